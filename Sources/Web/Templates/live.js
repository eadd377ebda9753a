"use strict";
// Keeps a page as it is at majord: its parts come as server-sent events, or are fetched again when something has changed.
addEventListener("load", () => {
  const body = document.body, root = document.documentElement, words = body.dataset;
  if (!words.live) return;
  const fresh = document.getElementById("fresh"), band = document.getElementById("stale");
  const heardLine = document.getElementById("say"), pause = document.getElementById("pause");
  const waiting = new Map();
  // On a telephone people are folded away until somebody asks for them; the troubles above stay open.
  if (innerWidth <= 700) document.querySelectorAll("details.folded").forEach(part => { part.open = false; });
  let source, heard = Date.now(), away = "", isPaused = false, isExpired = false, said = 0, refetch = 0;

  const put = (id, html) => {
    const part = document.getElementById(id);
    if (!part || part.innerHTML === html) return;
    // What has the focus, or is being filled in, is left alone until it has lost it.
    if (part.contains(document.activeElement) || part.querySelector("details[open] form")) { waiting.set(id, html); return; }
    part.innerHTML = html;
    waiting.delete(id);
  };
  addEventListener("focusout", () => setTimeout(() => { for (const [id, html] of [...waiting]) put(id, html); }, 50));

  const tell = () => {
    const troubles = document.querySelectorAll("#counters .nobody, #counters .overdue");
    const text = away || [...troubles].map(t => t.textContent.trim()).join(", ");
    if (text === heardLine.textContent || Date.now() - said < 10000) return;
    said = Date.now();
    heardLine.textContent = text;
  };

  const hear = clock => {
    heard = Date.now();
    away = "";
    isExpired = false;
    if (clock) fresh.textContent = words.word + " " + clock;
    look();
  };

  const look = () => {
    const silence = Math.round((Date.now() - heard) / 1000);
    const text = isExpired ? words.expired : away || (silence >= 10 ? words.heard.replace("{}", silence) : "");
    band.hidden = !text || isPaused;
    if (band.textContent !== text) band.textContent = text;
    root.classList.toggle("stale", !!text && !isPaused);
    root.classList.toggle("dead", silence >= 60 && !isPaused);
    tell();
  };

  const again = async () => {
    if (isPaused) return;
    if (Date.now() - refetch < 2000) { clearTimeout(again.later); again.later = setTimeout(again, 2000); return; }
    refetch = Date.now();
    try {
      const answer = await fetch(words.self || location.href, { redirect: "error", cache: "no-store" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of page.querySelectorAll("[data-part]")) put(part.id, part.innerHTML);
    } catch { /* The band tells. */ }
  };

  const open = () => {
    source = new EventSource(words.live);
    source.addEventListener("beat", event => hear(JSON.parse(event.data).clock));
    source.addEventListener("parts", event => {
      hear();
      if (isPaused) return;
      for (const [id, html] of Object.entries(JSON.parse(event.data))) put(id, html);
      tell();
    });
    source.addEventListener("changed", () => { hear(); again(); });
    source.addEventListener("away", event => { away = JSON.parse(event.data).text; look(); });
    source.onerror = async () => {
      // It gives up for good after a login page or an error of the proxy.
      if (source.readyState !== EventSource.CLOSED) return;
      try {
        const answer = await fetch(words.self || location.href, { redirect: "manual", cache: "no-store" });
        isExpired = answer.type === "opaqueredirect" || answer.status === 401;
      } catch { isExpired = false; }
      look();
      setTimeout(open, 3000);
    };
  };

  if (pause) {
    pause.hidden = false;
    pause.addEventListener("click", () => {
      isPaused = !isPaused;
      pause.textContent = isPaused ? words.resume : words.pause;
      pause.setAttribute("aria-pressed", isPaused);
      if (!isPaused) { source.close(); open(); again(); }
      look();
    });
    const refresh = document.getElementById("refresh");
    if (refresh) refresh.hidden = true;
  }
  setInterval(look, 1000);
  open();
});
