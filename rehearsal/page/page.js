// The page: three phones side by side, more on request, one stream of events for all of them.

import { showClock, startClock } from "./clock.js";
import { chooseLanguage, label, loadLabels, pageLanguage, writeLabels } from "./labels.js";
import { get, post } from "./line.js";
import { make } from "./message.js";
import { Phone } from "./phone.js";

const WAIT_SECONDS = 25;
const RETRY_MS = 1000;
const phones = new Map();
let listening = new AbortController();
let seen = 0;

const payload = () => new URLSearchParams(location.search).get("start") ?? "";
const at = (id) => document.getElementById(id);

async function addPhone(person) {
  const user = await post("/phones", person);
  const phone = new Phone({ ...person, id: user.id ?? person.id }, person.role === "resident" || person.role === "another" ? payload() : "");
  const tab = make("button", "", person.name);
  tab.type = "button";
  tab.addEventListener("click", () => choose(phone));
  phone.tab = tab;
  document.querySelector(".tabs").append(tab);
  at("phones").append(phone.element);
  const number = await phone.load();
  seen = phones.size ? Math.min(seen, number) : number;
  phones.set(phone.person.id, phone);
  return phone;
}

function choose(chosen) {
  for (const phone of phones.values()) {
    phone.element.classList.toggle("chosen", phone === chosen);
    phone.tab.setAttribute("aria-pressed", String(phone === chosen));
  }
  chosen.scrollToEnd(); // what came while another phone was in the hand could not be scrolled to
}

// One long poll after the other. A new phone ends the one that hangs, so that it is listened to as well.
async function listen() {
  for (;;) {
    listening = new AbortController();
    const ids = [...phones.keys()].join(",");
    try {
      const news = await get(`/phones/events?after=${seen}&wait=${WAIT_SECONDS}&ids=${ids}`, listening.signal);
      for (const event of news.events) phones.get(event.phone)?.hear(event);
      seen = news.seq;
    } catch (error) {
      if (error.name !== "AbortError") await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

function trouble(there) {
  at("trouble").hidden = !there;
  at("trouble").textContent = there ? label("trouble") : "";
}

function speak(language) {
  chooseLanguage(language);
  document.documentElement.lang = language;
  document.title = label("title");
  writeLabels(document);
  for (const button of document.querySelectorAll("[data-page-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.pageLanguage === language));
  }
  for (const phone of phones.values()) phone.relabel();
}

async function addPerson(names) {
  const others = [...phones.values()].filter((phone) => phone.person.role === "another");
  const person = names[others.length % names.length];
  const id = Math.max(...phones.keys()) + 1;
  const phone = await addPhone({ id, name: person.name, language: person.language, role: "another" });
  choose(phone);
  listening.abort();
  phone.element.scrollIntoView({ behavior: "smooth", block: "nearest" });
  phone.part(".begin").focus({ preventScroll: true });
}

async function begin() {
  await loadLabels();
  speak(pageLanguage());
  for (const button of document.querySelectorAll("[data-page-language]")) {
    button.addEventListener("click", () => {
      speak(button.dataset.pageLanguage);
      showClock();
    });
  }
  const people = await get("/page/people.json");
  for (const person of people.phones) await addPhone(person);
  choose([...phones.values()][0]);
  at("add").addEventListener("click", () => addPerson(people.others));
  at("add").disabled = false; // a tap before this was heard by nobody
  startClock(trouble);
  listen();
}

begin();
