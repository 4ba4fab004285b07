// Pages work without this script. With it, evidence opens beside the sentence, notes are saved without
// leaving the page, and the keyboard reaches everything.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const note = $(".note");
  const say = (text) => {
    const said = $(".said", note || undefined);
    if (said) said.textContent = text;
    for (const old of note ? note.querySelectorAll("form") : []) old.remove();
  };
  // Shows the notice of a page, with its button to undo.
  const sayAs = (parsed, otherwise) => {
    say($(".said", parsed)?.textContent.trim() || otherwise);
    const undo = $(".note form", parsed);
    if (note && undo) note.append(document.importNode(undo, true));
  };
  const isOurs = (url) => url.origin === location.origin;

  // Evidence beside the sentence
  let drawer = null;
  let opener = null;
  // What was open in the drawer before, oldest first.
  let trail = [];

  const page = async (url, options) => {
    const answer = await fetch(url, { credentials: "same-origin", ...options });
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { answer, parsed, main: $("main", parsed) };
  };

  const close = () => {
    if (!drawer) return;
    drawer.remove();
    drawer = null;
    trail = [];
    document.body.classList.remove("drawn");
    if (opener && opener.isConnected) opener.focus();
    opener = null;
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const show = (url, main) => {
    if (!drawer) {
      drawer = element("aside", "drawer");
      drawer.setAttribute("aria-label", "Evidence");
      drawer.tabIndex = -1;
      document.body.append(drawer);
      document.body.classList.add("drawn");
    }
    if (trail.at(-1) !== url) trail.push(url);
    const bar = element("div", "bar");
    if (trail.length > 1) {
      const back = element("button", "", "Back");
      back.type = "button";
      back.addEventListener("click", () => {
        trail.pop();
        open({ href: trail.pop() });
      });
      bar.append(back);
    }
    const whole = element("a", "whole", "Open as a page");
    whole.href = url;
    const shut = element("button", "", "Close");
    shut.type = "button";
    shut.addEventListener("click", close);
    bar.append(whole, shut);
    drawer.replaceChildren(bar, ...[...main.childNodes].map((node) => document.importNode(node, true)));
    drawer.scrollTop = 0;
    offerCopies(drawer);
    drawer.focus();
  };

  // What was just saved may change a sentence or a sum on the page behind. Anything typed there stays.
  const isTouched = (field) => {
    if (field.type === "hidden") return false;
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (!field.options) return field.value !== field.defaultValue;
    const before = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(before, 0);
  };
  const refresh = async () => {
    const main = $("main");
    if (!main || $("input[type=file]", main)) return;
    if ([...main.querySelectorAll("input, textarea, select")].some(isTouched)) return;
    const { answer, main: now } = await page(location.href);
    if (!answer.ok || !now) return;
    main.replaceChildren(...[...now.childNodes].map((node) => document.importNode(node, true)));
    offerCopies(main);
    const again = opener && [...main.querySelectorAll("a")].find((link) => link.href === opener.href);
    if (again) opener = again;
  };

  const open = async (link) => {
    const url = new URL(link.href, location.href);
    if (!drawer) opener = link;
    try {
      const { answer, main } = await page(url);
      if (!answer.ok || !main) throw new Error("no page");
      show(url.href, main);
    } catch {
      location.assign(url.href);
    }
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a");
    if (!link || link.classList.contains("whole")) return;
    const href = typeof link.href === "string" ? link.href : link.getAttribute("href");
    if (!href) return;
    const url = new URL(href, location.href);
    if (!isOurs(url)) return;
    const beside = link.matches("a.figure, a.open, svg a") || (drawer && drawer.contains(link) && url.pathname.startsWith("/show/"));
    if (!beside || url.hash) return;
    event.preventDefault();
    open({ href: url.href, isConnected: link.isConnected, focus: () => link.focus() });
  });

  // Forms that need not leave the page
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const isCapture = form.matches("form.capture");
    const isBeside = drawer && drawer.contains(form) && form.method === "post";
    if (!isCapture && !isBeside) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    try {
      const { answer, parsed, main } = await page(form.getAttribute("action"), { method: "POST", body });
      if (!answer.ok || !main) throw new Error($("main h1", parsed)?.textContent || "");
      if (isCapture) {
        form.reset();
        sayAs(parsed, "Noted.");
      } else {
        trail.pop();
        show(answer.url, main);
        sayAs(parsed, "");
      }
      refresh().catch(() => {});
    } catch (error) {
      say(error.message ? `Not saved: ${error.message}` : "Not saved: Limelight does not answer. Is it still running?");
    }
  });

  // Words to send, commands to type
  const offerCopies = (root) => {
    if (!navigator.clipboard) return;
    for (const source of root.querySelectorAll(".draft, .command code")) {
      const copy = element("button", "copy", "Copy");
      copy.type = "button";
      const words = source.textContent.trim().replace(/^“([^“”]*)”$/, "$1");
      copy.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(words);
          copy.textContent = "Copied";
        } catch {
          copy.textContent = "Could not copy";
        }
        setTimeout(() => { copy.textContent = "Copy"; }, 2000);
      });
      source.matches(".draft") ? source.append(copy) : source.after(copy);
    }
  };
  offerCopies(document);

  // Keys
  let waiting = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape") {
      if (typing) typing.blur(); else close();
      return;
    }
    if (typing) return;
    const goes = event.timeStamp - waiting < 1500;
    waiting = -Infinity;
    if (goes) {
      const link = [...document.querySelectorAll("nav a[data-key]")].find((entry) => entry.dataset.key === event.key);
      if (link) {
        event.preventDefault();
        link.click();
      }
    } else if (/^[1-9]$/.test(event.key) && !event.repeat && !event.target.closest(".drawer")) {
      document.querySelector(`section .actions button[data-key="${event.key}"]`)?.click();
    } else if (event.key === "g") {
      waiting = event.timeStamp;
    } else if (event.key === "u" || event.key === "r") {
      // Sort has keys of its own.
      const button = $(`.note button[data-key="${event.key}"]`);
      if (!button || $(`main [data-key="${event.key}"]`)) return;
      event.preventDefault();
      button.click();
    } else if (event.key === "/" || event.key === "c") {
      const field = $(event.key === "/" ? "#search" : "#capture");
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
  const keys = $(".keys");
  if (keys) keys.hidden = false;
})();
