// The line to the local Telegram: JSON over fetch. Every call throws when the server refuses or is away.

async function asked(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${response.status} ${path}: ${await response.text()}`);
  return response.json();
}

export const get = (path, signal) => asked(path, { signal });

export const post = (path, body = {}) =>
  asked(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
