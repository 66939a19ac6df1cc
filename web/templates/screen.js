"use strict";
(() => {
  const main = document.querySelector("main");
  const lost = document.querySelector(".lost");
  const AGAIN_MS = 5000;

  const listen = () => {
    const address = new URL(location.pathname + "/events", location.origin);
    address.searchParams.set("language", document.documentElement.lang);
    address.searchParams.set("seen", main.dataset.version);
    const events = new EventSource(address);
    events.addEventListener("open", () => { lost.hidden = true; });
    events.addEventListener("screen", (event) => {
      const shown = JSON.parse(event.data);
      document.title = shown.title;
      document.querySelector("h1").textContent = shown.title;
      main.dataset.version = event.lastEventId;
      main.innerHTML = shown.html;
      lost.hidden = true;
    });
    events.addEventListener("gone", () => { events.close(); location.reload(); });
    events.addEventListener("error", () => {
      lost.hidden = false;
      if (events.readyState === EventSource.CLOSED) { setTimeout(listen, AGAIN_MS); }
    });
  };
  listen();
})();
