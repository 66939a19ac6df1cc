// Civil time of the rehearsal: shown, and moved by hand or left to the conductor.

import { label, longTime, shortTime } from "./labels.js";
import { get, post } from "./line.js";

const LOOK_MS = 1000;
const PAUSE_SECONDS = 1.5;
const HOUR_SECONDS = 3600;
const at = (id) => document.getElementById(id);

export function startClock(onTrouble) {
  at("hour").addEventListener("click", () => move("/clock/advance", { seconds: HOUR_SECONDS }));
  at("jump").addEventListener("click", () => move("/clock/next"));
  at("auto").addEventListener("click", toggleAuto);
  const look = async () => {
    try {
      await showClock();
      onTrouble(false);
    } catch {
      onTrouble(true);
    }
    setTimeout(look, LOOK_MS);
  };
  look();
}

export async function showClock() {
  const [clock, conductor] = await Promise.all([get("/clock"), get("/conductor")]);
  const now = new Date(clock.now);
  at("now").textContent = longTime(now);
  at("now").dateTime = clock.now;
  const upcoming = clock.next ? label("next-at", { time: shortTime(new Date(clock.next)) }) : label("next-none");
  const waits = conductor.waits_for ? label("waits", { who: label(`who-${conductor.waits_for}`) }) : "";
  at("next").textContent = clock.auto && waits ? `${upcoming} · ${waits}` : upcoming;
  at("auto").setAttribute("aria-pressed", String(clock.auto));
  return now;
}

async function move(path, body) {
  try {
    await post(path, body);
  } catch {
    at("clock-said").textContent = label("nothing-next");
    return;
  }
  at("clock-said").textContent = label("now-is", { time: longTime(await showClock()) });
}

async function toggleAuto() {
  await post("/conductor", { pause: PAUSE_SECONDS });
  await post("/clock/auto", { on: at("auto").getAttribute("aria-pressed") !== "true" });
  await showClock();
}
