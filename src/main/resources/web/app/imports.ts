/** A file that is dropped is sent as it is; its job tells how far it is, and which lines are refused. */
interface ImportJob {
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

async function start(form: HTMLFormElement, file: File | undefined): Promise<void> {
  if (file === undefined) {
    return;
  }
  const said = document.getElementById("import-said")!;
  const name = file.name.toLowerCase();
  const isPacked = name.endsWith(".gz");
  const headers: Record<string, string> = {
    "Content-Type": name.replace(/[.]gz$/, "").endsWith(".csv") ? "text/csv" : "application/x-ndjson",
  };
  if (isPacked) {
    headers["Content-Encoding"] = "gzip";
  }
  const begun = await fetch("/v1/imports", { method: "POST", headers, body: file });
  const address = begun.headers.get("Location");
  if (address === null) {
    said.textContent = ((await begun.json()) as { detail?: string }).detail ?? String(begun.status);
    return;
  }
  for (;;) {
    const job = (await (await fetch(address)).json()) as ImportJob;
    show(form, job, file.size);
    if (job.state !== "running") {
      return;
    }
    await new Promise((later) => setTimeout(later, 300));
  }
}

function show(form: HTMLFormElement, job: ImportJob, size: number): void {
  const { read, recorded, there, refused } = form.dataset;
  const progress = document.getElementById("import-progress") as HTMLProgressElement;
  progress.hidden = false;
  progress.value = job.state === "running" ? job.bytesRead / Math.max(1, size) : 1;
  document.getElementById("import-said")!.textContent =
    `${job.state}: ${job.linesRead} ${read}, ${job.recorded} ${recorded}, ` +
    `${job.alreadyThere} ${there}, ${job.refused} ${refused}` +
    (job.problem === undefined ? "" : `. ${job.problem.detail}`);
  const lines = job.refusedLines ?? [];
  document.getElementById("import-refused")!.replaceChildren(...(lines.length === 0 ? [] : [table(form, lines)]));
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
    row.insertCell().textContent = line.detail;
  }
  return made;
}

export {};
