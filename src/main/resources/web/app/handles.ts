/** The two handles of the time bar: moved, they lead to the page of that day and that state of knowledge. */
const LONGEST_PLAY = 4_000;
const DAY = 86_400_000;

const bar = document.getElementById("time-bar");
if (bar !== null) {
  attach(bar);
}

function attach(bar: HTMLElement): void {
  const world = input("world-handle");
  const knowledge = input("knowledge-handle");
  const svg = bar.querySelector("svg");
  const played = svg?.querySelector("clipPath rect");
  const line = document.getElementById("world-line");
  if (world === null || knowledge === null || svg === null || !played || line === null) {
    return;
  }
  const width = Number(svg.dataset.width);
  const first = Date.parse(bar.dataset.first + "T00:00:00Z");
  const positions = (knowledge.dataset.positions ?? "").split(" ");
  const start = Number(world.value);
  bar.querySelector<HTMLElement>(".handles")!.hidden = false;

  const day = (days: number): string => new Date(first + days * DAY).toISOString().slice(0, 10);
  const said = (days: number): string =>
    new Date(first + days * DAY).toLocaleDateString(world.dataset.lang === "zh" ? "zh-CN" : "en-GB", {
      dateStyle: "long",
      timeZone: "UTC",
    });
  const show = (days: number): void => {
    const x = Math.round((days * width) / Number(world.max));
    line.setAttribute("d", `M${x} 0V206`);
    say("world-said", said(days));
  };
  const go = (name: string, value: string): void => {
    const address = new URL(location.href);
    address.searchParams.set(name, value);
    location.assign(address);
  };

  world.addEventListener("input", () => show(Number(world.value)));
  world.addEventListener("change", () => go("validAt", day(Number(world.value))));
  knowledge.addEventListener("input", () => say("knowledge-said", positions[Number(knowledge.value)] ?? ""));
  knowledge.addEventListener("change", () => go("knownAt", positions[Number(knowledge.value)] ?? ""));

  document.getElementById("play")?.addEventListener("click", () => {
    const began = performance.now();
    const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = (now: number): void => {
      const part = quiet ? 1 : Math.min(1, (now - began) / LONGEST_PLAY);
      played.setAttribute("width", String(Math.round(part * width)));
      show(part < 1 ? Math.round(part * Number(world.max)) : start);
      if (part < 1) {
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  });
}

function input(id: string): HTMLInputElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLInputElement ? found : null;
}

function say(id: string, text: string): void {
  const output = document.getElementById(id);
  if (output !== null) {
    output.textContent = text;
  }
}

export {};
