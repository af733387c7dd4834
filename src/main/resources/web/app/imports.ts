import { renew, stateName } from "./jobs";

/** A file that is dropped is sent as it is; its job tells how far it is, and which lines are refused. */
interface ImportJob {
  id: string;
  state: string;
  contentLength?: number;
  bytesRead: number;
  linesRead: number;
  recorded: number;
  alreadyThere: number;
  refused: number;
  refusedLines?: { line: number; detail: string }[];
  problem?: { detail: string };
}

const form = document.getElementById("import");
if (form instanceof HTMLFormElement) {
  const chosen = document.getElementById("import-file") as HTMLInputElement;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void start(form, chosen.files?.[0]);
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    void start(form, event.dataTransfer?.files[0]);
  });
}

/** Imports a file, unless another one is being imported. */
async function start(form: HTMLFormElement, file: File | undefined): Promise<void> {
  const button = form.querySelector("button")!;
  if (file === undefined || button.disabled) {
    return;
  }
  button.disabled = true;
  try {
    await follow(form, file);
    await renew("imported");
  } finally {
    button.disabled = false;
  }
}

async function follow(form: HTMLFormElement, file: File): Promise<void> {
  const said = document.getElementById("import-said")!;
  const name = file.name.toLowerCase();
  const isPacked = name.endsWith(".gz");
  const headers: Record<string, string> = {
    "Content-Type": name.replace(/[.]gz$/, "").endsWith(".csv") ? "text/csv" : "application/x-ndjson",
  };
  if (isPacked) {
    headers["Content-Encoding"] = "gzip";
  }
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join("-");
  headers["Idempotency-Key"] = key;
  let isSent = false;
  const sending = send(headers, file).finally(() => {
    isSent = true;
  });
  while (!isSent) {
    await Promise.race([sending.catch(() => undefined), new Promise((later) => setTimeout(later, 300))]);
    const job = await found(key);
    if (job !== undefined) {
      show(form, job, file.size);
    }
  }
  try {
    show(form, await sending, file.size);
  } catch (failed) {
    said.textContent = String(failed instanceof Error ? failed.message : failed);
  }
}

/** Sends the whole file. The answer comes when every line is decided. */
async function send(headers: Record<string, string>, file: File): Promise<ImportJob> {
  const begun = await fetch("/v1/imports", { method: "POST", headers, body: file });
  const address = begun.headers.get("Location");
  const job = address === null ? begun : await fetch(address);
  if (address !== null && job.ok) {
    return (await job.json()) as ImportJob;
  }
  throw new Error(await detail(job));
}

/** The job of the file while it is sent, as soon as there is one. */
async function found(key: string): Promise<ImportJob | undefined> {
  const answer = await fetch("/v1/imports?idempotencyKey=" + key).catch(() => undefined);
  return answer?.ok === true ? ((await answer.json()) as ImportJob[])[0] : undefined;
}

async function detail(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
  return problem.detail ?? String(answer.status);
}

function show(form: HTMLFormElement, job: ImportJob, size: number): void {
  const { read, recorded, there, refused } = form.dataset;
  const progress = document.getElementById("import-progress") as HTMLProgressElement;
  progress.hidden = false;
  progress.value = job.state === "running" ? job.bytesRead / Math.max(1, size) : 1;
  document.getElementById("import-said")!.textContent =
    `${stateName(form, job.state)}: ${job.linesRead} ${read}, ${job.recorded} ${recorded}, ` +
    `${job.alreadyThere} ${there}, ${job.refused} ${refused}` +
    (job.problem === undefined ? "" : `. ${job.problem.detail}`);
  const lines = job.refusedLines ?? [];
  document
    .getElementById("import-refused")!
    .replaceChildren(...(lines.length === 0 ? [] : [table(form, lines), refusedFile(form, job)]));
}

function refusedFile(form: HTMLFormElement, job: ImportJob): HTMLParagraphElement {
  const link = document.createElement("a");
  link.href = `/v1/imports/${job.id}/refused`;
  link.download = "refused.csv";
  link.textContent = form.dataset.refusedFile ?? "";
  const line = document.createElement("p");
  line.append(link);
  return line;
}

function table(form: HTMLFormElement, lines: { line: number; detail: string }[]): HTMLTableElement {
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  for (const name of [form.dataset.line, form.dataset.why]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name ?? "";
    head.append(cell);
  }
  const body = made.createTBody();
  for (const line of lines) {
    const row = body.insertRow();
    row.insertCell().textContent = String(line.line);
    const why = row.insertCell();
    why.lang = "en";
    why.textContent = line.detail;
  }
  return made;
}
