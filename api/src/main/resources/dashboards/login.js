'use strict';

(function () {
  const form = document.getElementById('form');
  const field = document.getElementById('token');
  const error = document.getElementById('error');

  async function logIn(token) {
    error.hidden = true;
    const answer = await fetch('/dashboards/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: token.trim() })
    });
    if (answer.ok) {
      location.replace('/dashboards');
      return;
    }
    const problem = await answer.json();
    error.textContent = problem.detail || problem.title;
    error.hidden = false;
  }

  function failed() {
    error.textContent = 'The server does not answer.';
    error.hidden = false;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    logIn(field.value).catch(failed);
  });

  // A link may bring a token after the #: that part never leaves the browser, and goes from the address at once.
  function logInFromAddress() {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given) {
      history.replaceState(null, '', location.pathname);
      logIn(given).catch(failed);
    }
  }

  addEventListener('hashchange', logInFromAddress);
  logInFromAddress();
})();
