// Looks every ten seconds whose turn it is, so that the place in the queue is read out when it changes. Without scripts the page loads itself.
const everyMs = 10_000;

const standing = () => document.querySelector("[data-standing]");

async function look() {
  const answer = await fetch(location.href).catch(() => undefined);
  if (answer?.redirected) {
    location.assign(answer.url);
    return;
  }
  if (answer?.ok)
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  setTimeout(look, everyMs);
}

function show(fresh) {
  const before = standing();
  const after = fresh.querySelector("[data-standing]");
  if (!before || !after) return;
  if (before.dataset.standing === after.dataset.standing) {
    const [told, news] = [before, after].map((each) =>
      each.querySelector("[role=status]"),
    );
    if (told && news && told.textContent !== news.textContent)
      told.replaceChildren(...news.childNodes);
    return;
  }
  document.title = fresh.title;
  before.replaceWith(after);
  // It is one's turn, or was: what to do now is read out.
  document.getElementById("main")?.focus();
}

if (standing()) setTimeout(look, everyMs);
