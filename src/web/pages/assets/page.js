// Forms with data-passkey ask the browser for a passkey first and send its answer along; everything else is plain HTML.
const { startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;

const work = { sign: startAuthentication, make: startRegistration };

const sentences = {
  NotAllowedError:
    'The browser did not get a passkey: it was cancelled, took too long, or this device has none for this page.',
  InvalidStateError: 'This device has a passkey for this page already. Use another device.',
  SecurityError: 'The address of this page is not the one passkeys were made for.',
};

async function answer(form) {
  const button = form.querySelector('button');
  const say = form.querySelector('.say');
  button.disabled = true;
  say.textContent = '';
  try {
    const optionsJSON = JSON.parse(form.dataset.options);
    const answered = await work[form.dataset.passkey]({ optionsJSON });
    form.elements.namedItem('answer').value = JSON.stringify(answered);
    form.submit();
  } catch (error) {
    button.disabled = false;
    say.textContent = sentences[error?.name] ?? 'This browser could not use a passkey.';
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer(form);
  });
}
