/*
 * Harbour Desk without reloads: links and forms fetch the next page, and only the pane is replaced. Without this file
 * everything works as plain pages.
 */
const pane = document.querySelector('main');
let latest = 0;

async function show(address, { body, keepPlace = false } = {}) {
  const turn = ++latest;
  pane.setAttribute('data-noclaims-loading', '');
  pane.setAttribute('aria-busy', 'true');
  const answer = await fetch(address, body ? { method: 'POST', body } : {});
  const text = await answer.text();
  if (turn !== latest) return;
  pane.removeAttribute('data-noclaims-loading');
  pane.removeAttribute('aria-busy');
  if (!answer.headers.get('content-type')?.startsWith('text/html')) {
    refuse(text);
    return;
  }
  const next = new DOMParser().parseFromString(text, 'text/html');
  if (!keepPlace && answer.url !== location.href) history.pushState(null, '', answer.url);
  document.title = next.title;
  document.querySelector('.side').replaceChildren(...next.querySelector('.side').childNodes);
  pane.replaceChildren(...next.querySelector('main').childNodes);
  if (!keepPlace) scrollTo(0, 0);
}

function refuse(why) {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.textContent = why;
  pane.prepend(notice);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.origin !== location.origin) return;
  event.preventDefault();
  void show(link.href);
});

document.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target, event.submitter));
  void show(event.target.action, { body });
});

addEventListener('popstate', () => show(location.href, { keepPlace: true }));
