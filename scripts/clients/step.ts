/** One call after the other, each compared with what the document says of it. */

const OF_EVERY_MESSAGE = ['date', 'content-type', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];
let passed = 0;
let failed = 0;

/** The expected result: the headers of each status, and how to read the members that are always present. */
export async function step<T>(
  operation: string,
  answers: Record<string, string[]>,
  call: Promise<{ data?: T; error?: unknown; response?: Response }>,
  read: (data: Exclude<NonNullable<T>, string | void>) => unknown[],
): Promise<void> {
  try {
    const { data, error, response } = await call;
    if (!response) throw new Error(`no answer: ${error}`);
    const named = answers[response.status];
    if (!named) throw new Error(`${response.status} is not in the document: ${JSON.stringify(error)}`);
    const headers = [...response.headers.keys()];
    const unnamed = headers.filter((name) => !OF_EVERY_MESSAGE.includes(name) && !named.includes(name));
    if (unnamed.length > 0) throw new Error(`the document doesn't name ${unnamed}`);
    if (data === undefined || data === null) throw new Error('the client gives no data');
    if (read(data as Exclude<NonNullable<T>, string | void>).includes(undefined))
      throw new Error('a required member is missing');
    passed++;
  } catch (failure) {
    failed++;
    console.error(`${operation}: ${failure}`);
  }
}

/** A call that is answered by events: the first is there. */
export async function events<T>(operation: string, call: Promise<{ stream: AsyncGenerator<T> }>): Promise<void> {
  try {
    const first = await (await call).stream.next();
    if (first.done) throw new Error('there are no events');
    passed++;
  } catch (failure) {
    failed++;
    console.error(`${operation}: ${failure}`);
  }
}

export function end(): void {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
