/** Bars that are dragged over: the page lists the events of all of them. Without this, each bar is a link. */
const brush = document.getElementById("brush");
if (brush !== null) {
  attach(brush);
}

function attach(svg: HTMLElement): void {
  const bars = [...svg.querySelectorAll<SVGAElement>("a[data-after]")];
  let from = -1;
  let to = -1;
  const at = (event: PointerEvent): number => {
    const below = document.elementFromPoint(event.clientX, event.clientY)?.closest<SVGAElement>("a[data-after]");
    return below ? bars.indexOf(below) : -1;
  };
  const show = (): void => {
    bars.forEach((bar, i) =>
      bar.querySelector(".bar")?.classList.toggle("chosen", i >= Math.min(from, to) && i <= Math.max(from, to)));
  };
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    from = to = event.button === 0 ? at(event) : -1;
  });
  svg.addEventListener("pointermove", (event) => {
    const over = from < 0 ? -1 : at(event);
    if (over >= 0 && over !== to) {
      to = over;
      show();
    }
  });
  addEventListener("pointerup", () => {
    if (from >= 0 && to !== from) {
      const address = new URL(location.href);
      address.searchParams.set("after", bars[Math.min(from, to)]!.dataset.after ?? "");
      address.searchParams.set("upTo", bars[Math.max(from, to)]!.dataset.upTo ?? "");
      address.hash = "log";
      location.assign(address);
    }
    from = -1;
  });
}

export {};
