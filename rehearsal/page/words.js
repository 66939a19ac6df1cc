// Telegram's few marks become elements; whatever else stands in the words stays words.
// The markup is parsed into a document that runs nothing, and only known elements are copied out of it.

const KNOWN = {
  B: "strong", STRONG: "strong", I: "em", EM: "em", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s",
  CODE: "code", PRE: "pre", BLOCKQUOTE: "blockquote",
};
const LINK = /^(https?|tg|mailto|tel):/i;

export function words(html) {
  const inert = new DOMParser().parseFromString(html, "text/html");
  const box = document.createElement("div");
  box.className = "words";
  copy(inert.body, box);
  return box;
}

function copy(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) to.append(element(node));
  }
}

function element(node) {
  const made = node.nodeName === "A" ? link(node) : plainElement(node);
  copy(node, made);
  return made;
}

function link(node) {
  const href = node.getAttribute("href") ?? "";
  if (!LINK.test(href)) return document.createElement("span");
  return Object.assign(document.createElement("a"), { href, target: "_blank", rel: "noopener noreferrer" });
}

function plainElement(node) {
  const made = document.createElement(KNOWN[node.nodeName] ?? "span");
  if (node.nodeName === "SPAN" && node.className === "tg-spoiler") made.className = "spoiler";
  return made;
}
