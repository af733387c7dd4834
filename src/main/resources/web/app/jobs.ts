/** Forms that start a job, and lines that tell how far jobs are. Without this, the page is loaded again. */
interface Verification {
  state: string;
  head?: number;
  eventsChecked?: number;
  findingCount?: number;
}

interface Job {
  state: string;
  done: number;
  total?: number;
  secondsLeft?: number;
}

/** The name of a job's state in the language of the page. An element around has the names. */
export function stateName(near: Element, state: string): string {
  const name = `data-state-${state}`;
  return near.closest(`[${name}]`)?.getAttribute(name) ?? state;
}

/** Shows a part of the page as the registry would send it now. */
export async function renew(id: string): Promise<void> {
  const shown = document.getElementById(id);
  const asked: RequestInit = { headers: { Accept: "text/html" }, cache: "no-store" };
  const answer = await fetch(location.href, asked).catch(() => undefined);
  if (shown === null || answer?.ok !== true) {
    return;
  }
  const now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  if (now !== null) {
    shown.replaceWith(document.adoptNode(now));
  }
}

const HALF_SECOND = 500;
const later = (): Promise<void> => new Promise((done) => setTimeout(done, HALF_SECOND));

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-post]")) {
  const line = document.getElementById(form.dataset.watch ?? "");
  const button = form.querySelector("button");
  if (line === null || button === null) {
    continue;
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const begun = await fetch(form.dataset.post ?? "", { method: "POST" });
      const address = begun.headers.get("Location");
      if (begun.ok && address !== null) {
        await watch(address, line, form);
        await renew(form.dataset.renew ?? "");
      } else {
        line.replaceChildren(String(begun.status));
      }
    } catch (failed) {
      line.replaceChildren(String(failed instanceof Error ? failed.message : failed));
    } finally {
      button.disabled = false;
    }
  });
}

async function watch(address: string, line: HTMLElement, form: HTMLFormElement): Promise<void> {
  for (;;) {
    const answer = await fetch(address);
    if (!answer.ok) {
      line.replaceChildren(String(answer.status));
      return;
    }
    const job = (await answer.json()) as Verification;
    const { checked, findings } = form.dataset;
    line.textContent =
      `${stateName(form, job.state)} · ${checked}: ${job.eventsChecked ?? 0} / ${job.head ?? 0} · ` +
      `${findings}: ${job.findingCount ?? 0}`;
    if (job.state !== "running") {
      return;
    }
    await later();
  }
}

for (const row of document.querySelectorAll<HTMLElement>("tr[data-job]")) {
  void follow(row);
}

async function follow(row: HTMLElement): Promise<void> {
  const bar = row.querySelector("progress");
  const said = row.querySelector("span");
  while (bar !== null && said !== null) {
    await later();
    const answer = await fetch("/v1/jobs/" + (row.dataset.job ?? ""));
    if (!answer.ok) {
      return;
    }
    const job = (await answer.json()) as Job;
    bar.max = job.total ?? job.done;
    bar.value = job.done;
    said.textContent = `${job.done} / ${job.total ?? job.done}`;
    row.lastElementChild!.textContent = String(job.secondsLeft ?? "");
    row.children[2]!.textContent = stateName(row, job.state);
    if (job.state !== "running" && job.state !== "waiting") {
      return;
    }
  }
}
