/** Buttons that copy a line; without this they are not offered. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  if (navigator.clipboard === undefined) {
    continue;
  }
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy ?? "");
    await navigator.clipboard.writeText(text?.textContent ?? "");
    button.textContent = button.dataset.done ?? label;
    setTimeout(() => (button.textContent = label), 2_000);
  });
}

export {};
