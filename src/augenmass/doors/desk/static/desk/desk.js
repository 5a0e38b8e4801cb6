/* What makes the desk quicker for those who have scripts. Every page works without this file. */

"use strict";

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

/* htmx may compile code out of attributes; here it never does. */
const refuse = function () {
  throw new Error("Code in attributes is switched off.");
};
if (window.htmx) {
  window.htmx.registerExtension("no-code-in-attributes", {
    init: (api) => api.initSecurity(null, refuse, refuse),
  });
}

document.addEventListener("htmx:config:request", (event) => {
  const request = event.detail.ctx.request;
  if (!/^(GET|HEAD)$/i.test(request.method)) {
    request.headers["X-CSRFToken"] = meta("csrf-token");
  }
});

/* After signing in elsewhere the token of an older page is void; the cookie holds the new one. */
const freshen = (form) => {
  const token = document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/)?.[1];
  if (token) form.elements.namedItem("csrfmiddlewaretoken").value = token;
};

/* A form goes out once. The button stays in the form, so that its value is sent. */
const submitted = new WeakSet();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "get" || form.hasAttribute("data-again")) return;
  if (submitted.has(form)) {
    event.preventDefault();
    return;
  }
  if (event.defaultPrevented) return;
  if (form.hasAttribute("data-fresh-token")) freshen(form);
  submitted.add(form);
  form.removeAttribute("data-dirty");
  event.submitter?.setAttribute("data-busy", "");
  event.submitter?.setAttribute("aria-disabled", "true");
});
const release = () => {
  for (const form of document.forms) submitted.delete(form);
  for (const button of document.querySelectorAll("[data-busy]")) {
    button.removeAttribute("data-busy");
    button.removeAttribute("aria-disabled");
  }
};
window.addEventListener("pageshow", release);
document.addEventListener("htmx:finally:request", release);

/* Text that would be lost is asked about before the page is left. */
document.addEventListener("input", (event) => {
  event.target.closest?.("form[data-guard]")?.setAttribute("data-dirty", "");
});
window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-dirty]")) {
    event.preventDefault();
    event.returnValue = meta("desk-unsaved");
  }
});

/* Copying a file number; the answer is said as well as shown. */
const said = () => {
  let region = document.getElementById("desk-said");
  if (!region) {
    region = document.createElement("div");
    region.id = "desk-said";
    region.className = "am-hidden-text";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  return region;
};
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  said().textContent = `${meta("desk-copied")}: ${button.dataset.copy}`;
  button.querySelector("[data-copy-label]")?.replaceChildren(meta("desk-copied"));
});

/* A menu closes with Escape and when the focus leaves it. */
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details[data-menu][open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
for (const type of ["click", "focusin"]) {
  document.addEventListener(type, (event) => {
    for (const menu of document.querySelectorAll("details[data-menu][open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}

/* Filters are open where there is room, folded on a small screen unless one is set. */
const narrow = window.matchMedia("(max-width: 47.99rem)");
for (const filter of document.querySelectorAll("details[data-filter]")) {
  if (narrow.matches && !filter.hasAttribute("data-set")) filter.open = false;
}

document.querySelector("[data-focus-first]")?.focus();
