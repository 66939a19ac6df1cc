// One phone: its conversation, what its owner can do with it, and what the server says happened on it.

import { label, writeLabels } from "./labels.js";
import { get, post } from "./line.js";
import { drawDay, drawMessage, make } from "./message.js";

const TOAST_MS = 5000;
const TAP_ANSWER_MS = 15000;
const TOP_GAP = 8;

export class Phone {
  constructor(person, payload) {
    this.person = person;
    this.path = `/phones/${person.id}`;
    this.messages = new Map();
    this.busy = new Map();
    this.element = document.querySelector("#phone").content.firstElementChild.cloneNode(true);
    this.element.dataset.role = person.role;
    this.part(".link input").value = payload;
    this.part(".language").value = person.language;
    this.payload = payload;
    this.listen();
    this.relabel();
  }

  part(selector) {
    return this.element.querySelector(selector);
  }

  // Everything that is there already; events that come later have a greater number than the returned one.
  async load() {
    const state = await get(this.path);
    this.messages = new Map(state.messages.map((message) => [message.id, message]));
    this.setBlocked(state.blocked);
    await this.loadMenu();
    this.redraw();
    return state.seq;
  }

  // The commands that the bot shows this phone, in its language.
  async loadMenu() {
    const menu = await get(`${this.path}/menu`);
    this.setCommands(menu.commands);
    this.description = menu.description;
  }

  relabel() {
    writeLabels(this.element);
    const { name, role } = this.person;
    this.part("h2").textContent = name;
    this.part(".avatar").textContent = name[0];
    this.part(".role").textContent = label(role);
    this.part(".log").setAttribute("aria-label", label("chat-of", { name }));
    this.element.setAttribute("aria-label", `${name}, ${label(role)}`);
    this.part("textarea").setAttribute("aria-label", `${label("write")} (${name})`);
    this.redraw();
  }

  listen() {
    const compose = this.part(".compose");
    const box = this.part("textarea");
    compose.addEventListener("submit", (event) => {
      event.preventDefault();
      this.write();
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.write();
      }
    });
    box.addEventListener("input", () => {
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight + 2}px`;
    });
    // A picture has its height only when it is there.
    this.part(".log").addEventListener("load", () => this.scrollToEnd(), true);
    this.part(".begin").addEventListener("click", () => this.do("start", { payload: this.payload }));
    this.part(".link").addEventListener("submit", (event) => {
      event.preventDefault();
      this.part(".menu").open = false;
      this.do("start", { payload: this.part(".link input").value.trim() });
    });
    this.part(".language").addEventListener("change", (event) => this.do("language", { language: event.target.value }));
    this.part(".block").addEventListener("click", () => this.do("block"));
    this.part(".unblock").addEventListener("click", () => this.do("unblock"));
    this.part(".menu").addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.part(".menu").open = false;
      this.part("summary").focus();
    });
  }

  async do(act, body = {}) {
    const answer = await post(`${this.path}/${act}`, body);
    if (act === "language" || act === "start") await this.loadMenu();
    return answer;
  }

  async write() {
    const box = this.part("textarea");
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    box.style.height = "auto";
    await this.do("text", { text });
  }

  async tap(message, key, button) {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    const { callback_id: tap } = await this.do("tap", { message_id: message.id, data: key.data });
    this.busy.set(tap, button);
    setTimeout(() => this.answered(tap), TAP_ANSWER_MS);
  }

  answered(tap) {
    this.busy.get(tap)?.removeAttribute("aria-busy");
    this.busy.delete(tap);
  }

  hear(event) {
    if (event.type === "answer") {
      this.answered(event.callback_id);
      if (event.text) this.toast(event.text);
    } else if (event.type === "delete") {
      this.messages.delete(event.message.id);
      this.redraw();
    } else if (event.type === "phone") {
      this.setBlocked(event.user.blocked);
    } else if (event.type === "menu") {
      this.loadMenu();
    } else if (event.message) {
      this.show(event.message);
    }
  }

  show(message) {
    const log = this.part(".log");
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
    const known = this.messages.has(message.id);
    this.messages.set(message.id, message);
    if (known) this.replace(message);
    else this.append(message);
    this.showBegin();
    if (!known || atEnd) this.scrollTo(message);
  }

  // To the end, but never past the first words of a message that is longer than the glass.
  scrollTo(message) {
    const log = this.part(".log");
    const top = this.part(`[data-id="${message.id}"]`).offsetTop - log.offsetTop - TOP_GAP;
    log.scrollTop = Math.min(log.scrollHeight - log.clientHeight, top);
  }

  scrollToEnd() {
    const newest = [...this.messages.values()].at(-1);
    if (newest) this.scrollTo(newest);
  }

  append(message) {
    this.part(".empty")?.remove();
    const previous = [...this.messages.values()].at(-2);
    const drawn = this.draw(message);
    drawn.classList.add("fresh");
    this.part(".log").append(...this.dayBetween(previous, message), drawn);
  }

  // The same place on the glass, and the keyboard's focus where it was.
  replace(message) {
    const old = this.part(`[data-id="${message.id}"]`);
    const keys = [...old.querySelectorAll(".key")];
    const at = keys.indexOf(document.activeElement);
    const drawn = this.draw(message);
    old.replaceWith(drawn);
    if (at < 0) return;
    const fresh = [...drawn.querySelectorAll(".key")];
    const same = fresh.find((key) => key.textContent === keys[at].textContent);
    (same ?? fresh[at] ?? fresh.at(-1) ?? this.part("textarea")).focus({ preventScroll: true });
  }

  draw(message) {
    return drawMessage(message, (tapped, key, button) => this.tap(tapped, key, button));
  }

  dayBetween(before, message) {
    const day = (one) => new Date(one.date * 1000).toLocaleDateString("en", { timeZone: "Europe/Warsaw" });
    return before && day(before) === day(message) ? [] : [drawDay(new Date(message.date * 1000))];
  }

  redraw() {
    const log = this.part(".log");
    const drawn = [];
    let previous;
    for (const message of this.messages.values()) {
      drawn.push(...this.dayBetween(previous, message), this.draw(message));
      previous = message;
    }
    log.replaceChildren(...(drawn.length ? drawn : [make("p", "empty", this.description || label("empty"))]));
    this.showBegin();
    if (previous) this.scrollTo(previous);
  }

  showBegin() {
    this.part(".begin").hidden = this.messages.size > 0;
    this.part(".compose").hidden = this.messages.size === 0;
  }

  setBlocked(blocked) {
    this.part(".blocked").hidden = !blocked;
    this.part(".block").hidden = blocked;
    if (blocked) this.part(".menu").open = false;
  }

  setCommands(commands) {
    const buttons = commands.map(({ command, description }) => {
      const button = make("button", "", `/${command}`);
      button.type = "button";
      button.title = description;
      button.addEventListener("click", () => this.do("text", { text: `/${command}` }));
      return button;
    });
    this.part(".commands").replaceChildren(...buttons);
  }

  toast(text) {
    const toast = make("p", "toast", text);
    this.part(".toasts").append(toast);
    setTimeout(() => toast.remove(), TOAST_MS);
  }
}
