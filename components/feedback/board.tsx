"use client";
import { useRouter } from "next/navigation";
import { type DragEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { callAction } from "@/components/ui/call-action";
import { cx } from "@/components/ui/cx";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import { changeFeedbackStatusAction } from "@/lib/feedback/actions";
import type { FeedbackStatus } from "@/lib/feedback/types";

export type BoardCard = {
  id: string;
  title: string;
  /** Kind, author and votes in words. */
  about: string;
  /** Its date, when that is over. */
  late: string | null;
  status: FeedbackStatus;
  moves: { value: FeedbackStatus; label: string }[];
};
export type BoardColumnView = { status: FeedbackStatus; label: string; count: string; cards: BoardCard[] };

type BoardProps = {
  slug: string;
  columns: readonly BoardColumnView[];
  texts: { moveTo: string; moved: string; empty: string; more: string };
};

const CARD = "application/x-feedback";

/** Items by state. A card is dragged to another column, or moved by its own list of states: the same for a keyboard and a finger. */
export function Board({ slug, columns, texts }: BoardProps) {
  const router = useRouter();
  const ui = useUiTexts();
  const [pending, startTransition] = useTransition();
  const cards = columns.flatMap((column) => column.cards);

  function move(card: BoardCard, status: FeedbackStatus) {
    if (!card.moves.some(({ value }) => value === status)) return;
    // Declining needs words, and those have their place beside the story.
    if (status === "declined") return router.push(`/t/${slug}/feedback/${card.id}#status`);
    const fields = { feedbackId: card.id, status, seenStatus: card.status };
    startTransition(async () => {
      const state = await callAction(changeFeedbackStatusAction.bind(null, slug), fields, ui.offline);
      if (state.ok === false) showToast(state.message ?? ui.failed, "error");
      else showToast(texts.moved);
      router.refresh();
    });
  }

  function drop(id: string, status: FeedbackStatus) {
    const card = cards.find((one) => one.id === id);
    if (card && card.status !== status) move(card, status);
  }

  return (
    <div aria-busy={pending} className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {columns.map((column) => (
        <Column key={column.status} column={column} texts={texts} slug={slug} onDrop={drop} onMove={move} />
      ))}
    </div>
  );
}

type ColumnProps = {
  slug: string;
  column: BoardColumnView;
  texts: BoardProps["texts"];
  onDrop: (id: string, status: FeedbackStatus) => void;
  onMove: (card: BoardCard, status: FeedbackStatus) => void;
};

function Column({ slug, column, texts, onDrop, onMove }: ColumnProps) {
  const [isOver, setOver] = useState(false);
  const { status, label, count, cards } = column;
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(CARD)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      aria-labelledby={`column-${status}`}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        onDrop(event.dataTransfer.getData(CARD), status);
      }}
      className={cx(
        "grid content-start gap-2.5 rounded-card border bg-sunken p-3",
        isOver ? "border-porta" : "border-line",
      )}
    >
      <h2 id={`column-${status}`} className="flex justify-between gap-2 font-semibold text-control">
        {label} <span className="text-ink2 tabular-nums">{count}</span>
      </h2>
      {cards.length === 0 && <p className="text-ink2 text-meta">{texts.empty}</p>}
      <ul className="grid gap-2.5 empty:hidden">
        {cards.map((card) => (
          <Card key={card.id} slug={slug} card={card} moveTo={texts.moveTo} onMove={onMove} />
        ))}
      </ul>
      {String(cards.length) !== count && cards.length > 0 && (
        <a href={`/t/${slug}/feedback?status=${status}`} className="link text-meta">
          {texts.more} <span className="sr-only">{label}</span>
        </a>
      )}
    </section>
  );
}

type CardProps = {
  slug: string;
  card: BoardCard;
  moveTo: string;
  onMove: ColumnProps["onMove"];
};

function Card({ slug, card, moveTo, onMove }: CardProps) {
  return (
    <li
      draggable={card.moves.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.setData(CARD, card.id);
        event.dataTransfer.effectAllowed = "move";
      }}
      className="grid gap-2 rounded-control border border-line bg-surface p-3"
    >
      <a href={`/t/${slug}/feedback/${card.id}`} className="break-words font-semibold text-ink">
        {card.title}
      </a>
      <p className="break-words text-ink2 text-meta">{card.about}</p>
      {card.late && <p className="font-medium text-meta text-urucum">{card.late}</p>}
      {card.moves.length > 0 && (
        <details>
          <summary className="link w-fit cursor-pointer text-control">
            {moveTo}
            <span className="sr-only"> ({card.title})</span>
          </summary>
          <div className="mt-2 grid gap-1.5">
            {card.moves.map(({ value, label }) => (
              <Button key={value} size="sm" onClick={() => onMove(card, value)}>
                {label}
              </Button>
            ))}
          </div>
        </details>
      )}
    </li>
  );
}
