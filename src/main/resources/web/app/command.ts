/** The form of a command: it is previewed by a dry run, and sent only after that. */
type Json = string | number | boolean | Json[] | { [name: string]: Json };

const command = document.getElementById("command");
if (command instanceof HTMLFormElement) {
  attach(command);
}

function attach(form: HTMLFormElement): void {
  const outcome = document.getElementById("outcome")!;
  const preview = document.getElementById("preview") as HTMLButtonElement;
  const send = document.getElementById("send") as HTMLButtonElement;
  preview.hidden = false;
  send.hidden = false;
  for (const hint of document.querySelectorAll<HTMLElement>("[data-without-script]")) {
    hint.hidden = true;
  }
  form.addEventListener("input", () => (send.disabled = true));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = !(await post(form, outcome, true));
  });
  send.addEventListener("click", async () => {
    send.disabled = true;
    await post(form, outcome, false);
  });
}

async function post(form: HTMLFormElement, outcome: HTMLElement, dryRun: boolean): Promise<boolean> {
  const { path, body } = read(form);
  const answer = await fetch(path + (dryRun ? "?dryRun=true" : ""), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const told = await answer.json();
  if (!answer.ok) {
    const violations = (told.violations ?? []) as { pointer: string; detail: string }[];
    outcome.replaceChildren(
      line("p", form.dataset.refused + " " + told.title),
      line("p", told.detail),
      list(violations.map((violation) => violation.pointer + " " + violation.detail)),
    );
    return false;
  }
  const events = told.events as { type: string; position?: number; data?: Json }[];
  const title = !dryRun
    ? form.dataset.recorded + " " + told.position
    : events.length ? form.dataset.would : form.dataset.already;
  outcome.replaceChildren(
    line("p", title ?? ""),
    list(events.map((event) => event.type + (event.data === undefined ? "" : " " + JSON.stringify(event.data)))),
  );
  return events.length > 0;
}

function read(form: HTMLFormElement): { path: string; body: { [name: string]: Json } } {
  let path = form.dataset.path ?? "";
  const body: { [name: string]: Json } = {};
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-kind]")) {
    const text = field.value.trim();
    if (field.name.startsWith(":")) {
      path = path.replace(`{${field.name.slice(1)}}`, encodeURIComponent(text));
    } else if (field.dataset.kind === "flag") {
      put(body, field.name, (field as HTMLInputElement).checked);
    } else if (text !== "") {
      put(body, field.name, value(field.dataset.kind ?? "", text));
    }
  }
  return { path, body };
}

function value(kind: string, text: string): Json {
  switch (kind) {
    case "number":
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case "list":
      return text.split(/[,，\s]+/).filter((part) => part !== "");
    case "json":
      try {
        return JSON.parse(text) as Json;
      } catch {
        return text;
      }
    default:
      return text;
  }
}

function put(body: { [name: string]: Json }, name: string, given: Json): void {
  const [outer, inner] = name.split(".");
  if (inner === undefined) {
    body[outer!] = given;
  } else {
    body[outer!] = { ...(body[outer!] as { [name: string]: Json } | undefined), [inner]: given };
  }
}

function line(element: string, text: string): HTMLElement {
  const made = document.createElement(element);
  made.textContent = text;
  return made;
}

function list(lines: string[]): HTMLElement {
  const made = document.createElement("ul");
  made.append(...lines.map((text) => line("li", text)));
  return made;
}

export {};
