import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { News, PhoneNumber } from "./number";

export type Manner = {
  /** Each piece of news so many times. */
  copies: number;
  shuffled: boolean;
  /** Nothing goes out until `deliver` is called. */
  held: boolean;
  batchSize: number;
  /** Between a message and what is told of it. */
  delayMs: number;
};

const TRIES = 5;
const PAUSE_MS = 200;

/** Carries news to the callbacks of numbers, as badly as it is told to. */
export class Courier {
  readonly manner: Manner;
  readonly #waiting: { number: PhoneNumber; news: News }[] = [];
  #round: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(manner: Manner) {
    this.manner = manner;
  }

  add(number: PhoneNumber, news: readonly News[]): void {
    this.#waiting.push(...news.map((each) => ({ number, news: each })));
    if (this.manner.held || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.deliver().catch((error: unknown) => console.error(error));
    }, this.manner.delayMs);
  }

  /** Sends everything that waits. */
  deliver(): Promise<void> {
    const { copies, shuffled } = this.manner;
    const pieces = this.#waiting.splice(0).flatMap((piece) => Array.from({ length: copies }, () => piece));
    const order = shuffled ? shuffle(pieces) : pieces;
    this.#round = this.#round.then(() => this.#send(order));
    return this.#round;
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#waiting.length = 0;
  }

  async #send(pieces: readonly { number: PhoneNumber; news: News }[]): Promise<void> {
    for (const number of new Set(pieces.map((piece) => piece.number))) {
      const own = pieces.filter((piece) => piece.number === number).map(({ news }) => news);
      for (let place = 0; place < own.length; place += this.manner.batchSize)
        await post(number, own.slice(place, place + this.manner.batchSize));
    }
  }
}

async function post(number: PhoneNumber, news: readonly News[]): Promise<void> {
  if (!number.callback) return;
  const body = JSON.stringify(envelope(number, news));
  const signature = `sha256=${createHmac("sha256", number.appSecret).update(body).digest("hex")}`;
  const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const answer = await fetch(number.callback, { method: "POST", headers, body }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await sleep(PAUSE_MS * attempt);
  }
}

/** News as Meta writes it. */
export function envelope({ phoneNumberId }: PhoneNumber, news: readonly News[]): object {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const metadata = { display_phone_number: "5511900000000", phone_number_id: phoneNumberId };
  const of = <Kind extends News["kind"]>(kind: Kind) =>
    news.filter((each): each is Extract<News, { kind: Kind }> => each.kind === kind);
  const statuses = of("status").map(({ id, status, to, letter, code }) => ({
    id,
    status,
    timestamp,
    recipient_id: to,
    ...(letter === null ? {} : { biz_opaque_callback_data: letter }),
    ...(code === undefined ? {} : { errors: [{ code, title: "Message failed" }] }),
  }));
  const messages = of("message").map(({ id, from, text }) => ({
    id,
    from,
    timestamp,
    type: "text",
    text: { body: text },
  }));
  const preferences = of("preference").map(({ from, value }) => ({
    wa_id: from,
    category: "marketing_messages",
    value,
    timestamp,
  }));
  const change = (field: string, value: object) => ({
    field,
    value: { messaging_product: "whatsapp", metadata, ...value },
  });
  const changes = [
    ...(statuses.length + messages.length > 0 ? [change("messages", { statuses, messages })] : []),
    ...(preferences.length > 0 ? [change("user_preferences", { user_preferences: preferences })] : []),
  ];
  return { object: "whatsapp_business_account", entry: [{ id: phoneNumberId, changes }] };
}

function shuffle<T>(items: readonly T[]): T[] {
  const mixed = [...items];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(Math.random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other] as T, mixed[place] as T];
  }
  return mixed;
}
