/** Rows that are narrowed while one types; a choice sends the form, which asks the registry. */
const form = document.getElementById("zone-filter");
if (form instanceof HTMLFormElement) {
  for (const select of form.querySelectorAll("select")) {
    select.addEventListener("change", () => form.requestSubmit());
  }
  for (const search of form.querySelectorAll<HTMLInputElement>("input[data-filters]")) {
    const rows = document.querySelectorAll<HTMLElement>(`#${search.dataset.filters} tr[data-text]`);
    search.addEventListener("input", () => {
      const wanted = search.value.trim().toLowerCase();
      for (const row of rows) {
        row.hidden = !(row.dataset.text ?? "").toLowerCase().includes(wanted);
      }
    });
  }
}

export {};
