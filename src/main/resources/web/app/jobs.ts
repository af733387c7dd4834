/** Buttons that start a job, and a line that tells how far it is. */
interface Job {
  state: string;
  head?: number;
  eventsChecked?: number;
  findingCount?: number;
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-post]")) {
  const path = button.dataset.post ?? "";
  const line = document.getElementById(button.dataset.watch ?? "");
  button.hidden = false;
  button.parentElement?.querySelector<HTMLElement>("[data-without-script]")?.setAttribute("hidden", "");
  button.addEventListener("click", async () => {
    button.disabled = true;
    const begun = await fetch(path, { method: "POST" });
    const address = begun.headers.get("Location");
    if (!begun.ok || address === null || line === null) {
      line?.replaceChildren(String(begun.status));
      button.disabled = false;
      return;
    }
    await watch(address, line);
    button.disabled = false;
  });
}

async function watch(address: string, line: HTMLElement): Promise<void> {
  for (;;) {
    const job = (await (await fetch(address)).json()) as Job;
    line.textContent = `${job.state}: ${job.eventsChecked ?? 0} / ${job.head ?? 0} (${job.findingCount ?? 0})`;
    if (job.state !== "running") {
      return;
    }
    await new Promise((later) => setTimeout(later, 500));
  }
}

export {};
