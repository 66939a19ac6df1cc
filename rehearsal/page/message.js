// One message on the glass: bubble, picture or file, and its inline keyboard.

import { dayOf, hourOf, label } from "./labels.js";
import { words } from "./words.js";

const FILE_SIGN =
  '<svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="M12 4v11m-5-5 5 5 5-5M5 20h14"/></svg>';

export function make(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

// `onTap(message, key, button)` is called for a button with callback data.
export function drawMessage(message, onTap) {
  const mine = message.from === "me";
  const drawn = make("div", `message ${mine ? "me" : "bot"}`);
  drawn.dataset.id = message.id;
  const bubble = make("div", "bubble");
  bubble.append(make("span", "hidden", `${label(mine ? "me" : "bot")}: `));
  if (message.photo) bubble.append(picture(message));
  if (message.document) bubble.append(file(message.document));
  if (message.other && !message.text) bubble.append(make("em", "", label("sent-other")));
  if (message.text) bubble.append(words(message.html));
  bubble.append(stamp(message));
  drawn.append(bubble);
  if (message.keyboard?.length) {
    drawn.classList.add("wide");
    drawn.append(keyboard(message, onTap));
  }
  return drawn;
}

export function drawDay(moment) {
  return make("div", "day", dayOf(moment));
}

function picture(message) {
  const link = Object.assign(make("a"), { href: message.photo.url, target: "_blank", rel: "noopener" });
  const image = make("img");
  image.src = message.photo.url;
  image.alt = message.text ? `${label("picture")}: ${message.text.split("\n")[0]}` : label("picture");
  link.append(image);
  return link;
}

function file(document_) {
  const link = Object.assign(make("a", "file"), { href: document_.url, download: document_.name });
  link.setAttribute("aria-label", label("download", { name: document_.name }));
  link.innerHTML = FILE_SIGN;
  link.append(make("span", "", document_.name));
  return link;
}

// A screen that changes under one's thumb is not called edited, as on other phones.
function stamp(message) {
  const edited = message.edited && !message.keyboard?.length ? `${label("edited")} ` : "";
  return make("span", "stamp", edited + hourOf(new Date((message.edited || message.date) * 1000)));
}

function keyboard(message, onTap) {
  const keys = make("div", "keys");
  for (const row of message.keyboard) {
    const line = make("div", "row");
    line.append(...row.map((key) => drawKey(message, key, onTap)));
    keys.append(line);
  }
  return keys;
}

function drawKey(message, key, onTap) {
  const look = `key ${key.style ?? ""}`.trim();
  if (key.url) {
    return Object.assign(make("a", look, `${key.text} ↗`), { href: key.url, target: "_blank", rel: "noopener noreferrer" });
  }
  const button = make("button", look, key.text);
  button.type = "button";
  button.dataset.data = key.data ?? "";
  button.addEventListener("click", () => onTap(message, key, button));
  return button;
}
