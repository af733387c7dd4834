/** Zones that are searched while one types. Each answer of the registry is shown in place, with its address. */
const PAUSE = 200;

const form = document.getElementById("zone-filter");
if (form instanceof HTMLFormElement) {
  attach(form);
}

function attach(form: HTMLFormElement): void {
  let later = 0;
  let asked = "";
  const show = async (): Promise<void> => {
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (value !== "") {
        address.searchParams.append(name, String(value));
      }
    }
    asked = address.href;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (asked !== address.href) {
      return; // more was typed since
    }
    for (const part of document.querySelectorAll("[data-found]")) {
      const found = page.getElementById(part.id);
      if (found !== null) {
        for (const { name, value } of found.attributes) {
          part.setAttribute(name, value);
        }
        const chosen = part instanceof HTMLSelectElement ? part.value : null;
        part.replaceChildren(...found.childNodes);
        if (part instanceof HTMLSelectElement) {
          part.value = chosen ?? ""; // options that are moved would be chosen
        }
      }
    }
    document.title = page.title;
    history.replaceState(null, "", address);
  };
  form.addEventListener("change", () => void show());
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement) {
      clearTimeout(later);
      later = setTimeout(() => void show(), PAUSE);
    }
  });
}

export {};
