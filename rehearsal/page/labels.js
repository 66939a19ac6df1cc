// The page's own words, in three languages. What the bot says is the bot's affair.

const LANGUAGES = ["pl", "uk", "en"];
const LOCALES = { pl: "pl-PL", uk: "uk-UA", en: "en-GB" };
const ZONE = "Europe/Warsaw";
let all = {};
let language = "pl";

export async function loadLabels() {
  all = await (await fetch("/page/labels.json")).json();
  const wished = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem("page-language");
  language = LANGUAGES.includes(wished) ? wished : "pl";
}

export function label(name, values = {}) {
  const words = all[language][name] ?? name;
  return words.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

export function pageLanguage() {
  return language;
}

export function chooseLanguage(code) {
  language = code;
  localStorage.setItem("page-language", code);
}

// Fill every element under `root` that names a label.
export function writeLabels(root) {
  for (const element of root.querySelectorAll("[data-label]")) element.textContent = label(element.dataset.label);
  for (const element of root.querySelectorAll("[data-label-aria]")) {
    element.setAttribute("aria-label", label(element.dataset.labelAria));
  }
  for (const element of root.querySelectorAll("[data-label-placeholder]")) {
    element.placeholder = label(element.dataset.labelPlaceholder);
  }
}

function format(moment, options) {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options }).format(moment);
}

export const longTime = (moment) =>
  format(moment, { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
export const shortTime = (moment) =>
  format(moment, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
export const dayOf = (moment) => format(moment, { weekday: "long", day: "numeric", month: "long" });
export const hourOf = (moment) => format(moment, { hour: "2-digit", minute: "2-digit" });
