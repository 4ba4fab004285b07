// Sorting without leaving the page: a key presses its button, and the next question replaces the last.
(() => {
  "use strict";
  const main = document.querySelector("main");
  const said = document.querySelector(".said");
  const isHere = () => main && main.querySelector(".sort");
  if (!isHere()) return;
  const busy = { on: false };
  let ahead = false;
  let lastKey = 0;
  let afterG = -Infinity;

  const swap = async (url, options) => {
    if (busy.on) return;
    busy.on = true;
    main.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { credentials: "same-origin", ...options });
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = parsed.querySelector("main");
      const words = parsed.querySelector(".said");
      if (!next) throw new Error();
      if (!answer.ok || !next.querySelector(".sort")) {
        said.textContent = `Nothing was saved: ${next.querySelector("h1")?.textContent || "that did not work."}`;
        return;
      }
      const share = next.querySelector(".standing a")?.textContent.trim();
      main.replaceChildren(...[...next.childNodes].map((node) => document.importNode(node, true)));
      const done = words?.textContent.trim() || "";
      said.textContent = done && share ? `${done} ${share} explained.` : done;
      history.replaceState(null, "", answer.url);
      // Screen readers read the question out when it has the focus.
      const question = main.querySelector("h1") || main;
      question.tabIndex = -1;
      question.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    } catch {
      said.textContent = "Limelight does not answer. Is it still running?";
    } finally {
      busy.on = false;
      main.removeAttribute("aria-busy");
    }
  };

  const send = (form, button) => {
    const body = new URLSearchParams(new FormData(form));
    if (button?.name) body.set(button.name, button.value);
    // A field may be called action too, and then form.action is that field.
    return swap(form.getAttribute("action"), { method: "POST", body });
  };

  main.addEventListener("submit", (event) => {
    if (!isHere()) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });

  main.addEventListener("click", (event) => {
    if (!isHere() || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[data-key], .then a");
    if (!link) return;
    event.preventDefault();
    swap(link.href);
  });

  document.addEventListener("keydown", (event) => {
    if (!isHere() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, select, textarea, .drawer")) return;
    // Keys typed ahead must not answer a question that was not seen yet; keys count again after a pause.
    if (busy.on || (ahead && event.timeStamp - lastKey < 700)) {
      ahead = true;
      lastKey = event.timeStamp;
      if (event.key.length === 1) event.preventDefault();
      return;
    }
    ahead = false;
    // After g, a letter opens another page.
    const goes = event.timeStamp - afterG < 1500;
    afterG = event.key === "g" ? event.timeStamp : -Infinity;
    if (goes || event.key === "g") return;
    if (event.key === "+") {
      event.preventDefault();
      main.querySelector("#named")?.focus();
      return;
    }
    const target = [...main.querySelectorAll("[data-key]")].find((item) => item.dataset.key === event.key);
    if (!target) return;
    event.preventDefault();
    if (target.matches("a")) swap(target.href); else send(target.form, target);
  });
})();
