import type { PhoneNumber } from "./number";

const SHOWN = 100;

/** What each phone got, newest first, with a field to answer from it. */
export function pageOf({ numbers }: { numbers: Map<string, PhoneNumber> }): string {
  const rows = [...numbers.values()]
    .flatMap(({ phoneNumberId, sent }) => sent.map((message) => ({ phoneNumberId, ...message })))
    .sort((a, b) => b.at - a.at)
    .slice(0, SHOWN)
    .map(
      ({ phoneNumberId, to, type, text, at }) => `<li><p><strong>+${to}</strong> · ${escaped(type)} ·
        ${new Date(at).toISOString()}</p>${pictureIn(text)}<pre>${escaped(text)}</pre>
        <form method="post" action="/_stand-in/inbound">
          <input type="hidden" name="phoneNumberId" value="${phoneNumberId}"><input type="hidden" name="from" value="${to}">
          <label>Answer <input name="text" value="SAIR"></label> <button>Send</button></form></li>`,
    );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>WhatsApp stand-in</title><style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:44rem;padding:0 1rem}
    img{max-width:18rem;border-radius:.5rem;display:block}pre{white-space:pre-wrap;background:#f3f0ea;padding:.75rem;border-radius:.5rem}li{margin-bottom:1.5rem}</style>
    <h1>WhatsApp stand-in</h1><p>Nothing here reaches anybody.</p>
    ${rows.length > 0 ? `<ul>${rows.join("")}</ul>` : "<p>Nothing was sent yet.</p>"}</html>`;
}

/** What a message has above its words; films and documents as links. */
function pictureIn(text: string): string {
  const link = /^\[(https?:[^\]]+)\]/.exec(text)?.[1];
  if (!link) return "";
  return link.includes("as=jpeg")
    ? `<img src="${escaped(link)}" alt="">`
    : `<p><a href="${escaped(link)}">file</a></p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
