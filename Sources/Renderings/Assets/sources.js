// Sources: files can be dropped, and progress shows without reloading the page.
(() => {
  "use strict";
  const form = document.querySelector("form.drop");
  const zone = form && form.querySelector(".zone");
  const input = form && form.querySelector("input[type=file]");
  const holdsFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");

  if (zone && input) {
    // A file that misses the drop zone must not replace the page.
    let depth = 0;
    document.addEventListener("dragenter", (event) => {
      if (!holdsFiles(event)) return;
      depth += 1;
      zone.classList.add("over");
    });
    document.addEventListener("dragleave", (event) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (!depth) zone.classList.remove("over");
    });
    document.addEventListener("dragover", (event) => { if (holdsFiles(event)) event.preventDefault(); });
    document.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      zone.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      const most = Number(form.dataset.largest) * 1048576;
      const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
      if (!most || size <= most) return;
      event.preventDefault();
      input.setCustomValidity(`This is more than ${form.dataset.largest} MB. A larger calendar is read in a terminal: limelight import calendar FILE`);
      input.reportValidity();
    });
    input.addEventListener("change", () => input.setCustomValidity(""));
  }

  // Progress
  const part = async (path, ...ids) => {
    const answer = await fetch(path, { credentials: "same-origin" });
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok) throw new Error("no page");
    for (const id of ids) {
      const now = document.getElementById(id);
      const then = parsed.getElementById(id);
      if (now && then) now.replaceWith(document.importNode(then, true));
    }
    return parsed;
  };

  const follow = async () => {
    try {
      await part("/sources/work", "work");
      const work = document.getElementById("work");
      if (work && work.dataset.active) return setTimeout(follow, 1000);
      // The rest of the page may be out of date after a reading, but anything typed into it has to stay.
      const touched = document.activeElement && document.activeElement.closest("main form");
      if (location.pathname === "/sources" && !touched) location.reload();
    } catch {
      setTimeout(follow, 5000);
    }
  };
  const work = document.getElementById("work");
  if (work && work.dataset.active && location.pathname !== "/sources/work") setTimeout(follow, 1000);
})();
