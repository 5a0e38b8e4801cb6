/* Passkeys: the browser speaks to the key, the form carries the answer. Nothing else of the sign-in needs a script. */

"use strict";

{
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  /* A key that signs in without a password must keep the account and recognise its owner. */
  const alone = (options) => ({
    ...options,
    authenticatorSelection: {
      ...options.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
  });

  const create = async (options) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: named(options.excludeCredentials),
      },
    });
    return {
      type: made.type,
      id: made.id,
      rawId: text(made.rawId),
      response: {
        clientDataJSON: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports?.() ?? [],
      },
      clientExtensionResults: made.getClientExtensionResults(),
    };
  };

  const get = async (options) => {
    const used = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) },
    });
    const { userHandle } = used.response;
    return {
      type: used.type,
      id: used.id,
      rawId: text(used.rawId),
      response: {
        clientDataJSON: text(used.response.clientDataJSON),
        authenticatorData: text(used.response.authenticatorData),
        signature: text(used.response.signature),
        userHandle: userHandle ? text(userHandle) : null,
      },
      clientExtensionResults: used.getClientExtensionResults(),
    };
  };

  const asked = async (form) => {
    if (form.dataset.passkeyOptions) return JSON.parse(form.dataset.passkeyOptions).publicKey;
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("no question from the server");
    return (await answer.json()).request_options.publicKey;
  };

  const say = (form, kind) => {
    for (const sentence of form.querySelectorAll("[data-passkey-says]")) {
      sentence.hidden = sentence.dataset.passkeySays !== kind;
    }
  };

  const carry = async (form) => {
    const field = form.elements.namedItem("credential");
    say(form, "");
    try {
      const options = await asked(form);
      const without = form.elements.namedItem("passwordless")?.checked;
      const answer =
        form.dataset.passkey === "create" ? await create(without ? alone(options) : options) : await get(options);
      field.value = JSON.stringify(answer);
    } catch (error) {
      say(form, error.name === "InvalidStateError" ? "known" : "stopped");
      return;
    }
    form.requestSubmit();
  };

  const able = Boolean(window.PublicKeyCredential && navigator.credentials);
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.querySelector("[data-passkey-able]").hidden = !able;
    form.querySelector("[data-passkey-unable]").hidden = able;
    form.addEventListener("submit", (event) => {
      if (form.elements.namedItem("credential").value) return;
      event.preventDefault();
      carry(form);
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-passkey]")) form.elements.namedItem("credential").value = "";
  });
}
