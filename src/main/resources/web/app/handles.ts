/** The two handles of the time bar: moved, they lead to the page of that day and that state of knowledge. */
const LONGEST_PLAY = 4_000;
const DAY = 86_400_000;
/** How long a key may pause before the page follows: a key that is held changes the value many times. */
const KEY_PAUSE = 1_200;
const FOCUSED = "focused-handle";

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
  leads(world, () => show(Number(world.value)), "validAt", () => day(Number(world.value)));
  const position = (): string => positions[Number(knowledge.value)] ?? "";
  leads(knowledge, () => say("knowledge-said", position()), "knownAt", position);
  const scroller = svg.closest("figure");
  if (scroller !== null) {
    scroller.scrollLeft = (start / Number(world.max)) * scroller.scrollWidth - scroller.clientWidth / 2;
  }

  document.getElementById("play")?.addEventListener("click", () => {
    const began = performance.now();
    const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = (now: number): void => {
      const part = quiet ? 1 : Math.min(1, Math.max(0, now - began) / LONGEST_PLAY);
      played.setAttribute("width", String(Math.round(part * width)));
      show(part < 1 ? Math.round(part * Number(world.max)) : start);
      if (part < 1) {
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  });
}

/** A pointer leads on when it lets go, a key when it rests or is Enter. The next page has the same handle in focus. */
function leads(handle: HTMLInputElement, show: () => void, parameter: string, value: () => string): void {
  let isKey = false;
  let later = 0;
  const go = (): void => {
    const address = new URL(location.href);
    address.searchParams.set(parameter, value());
    sessionStorage.setItem(FOCUSED, handle.id);
    location.assign(address);
  };
  if (sessionStorage.getItem(FOCUSED) === handle.id) {
    sessionStorage.removeItem(FOCUSED);
    handle.focus();
  }
  handle.addEventListener("pointerdown", () => (isKey = false));
  handle.addEventListener("keydown", (event) => {
    isKey = true;
    clearTimeout(later);
    if (event.key === "Enter") {
      go();
    }
  });
  handle.addEventListener("input", show);
  handle.addEventListener("change", () => {
    clearTimeout(later);
    later = setTimeout(go, isKey ? KEY_PAUSE : 0);
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
