"use client";
import { useTranslations } from "next-intl";
import { createContext, type DragEvent, type ReactNode, useContext, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { MoveForm, PartForms, type PlannedTime } from "./time-dialog";

const TYPE = "application/x-aldeia-time";

type Asked = { time: PlannedTime; title: string; to?: string };
const AskContext = createContext<(asked: Asked) => void>(() => undefined);

/** Around a calendar: opens "Mover para…" for a time that was dragged to another day, or whose button was pressed. */
export function CalendarBoard({ slug, children }: { slug: string; children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <AskContext value={setAsked}>
      {children}
      <Dialog title={asked?.title ?? ""} open={asked !== null} onClose={() => setAsked(null)}>
        {asked && (
          <>
            <MoveForm
              key={`${asked.time.id} ${asked.time.localTime} ${asked.to}`}
              slug={slug}
              time={asked.time}
              {...(asked.to ? { to: asked.to } : {})}
            />
            {asked.time.isSeries && <PartForms slug={slug} time={asked.time} />}
          </>
        )}
      </Dialog>
    </AskContext>
  );
}

type TimeProps = { time: PlannedTime; title: string; children: ReactNode };

/** What can be dragged to another day; the button inside does the same by keyboard and on phones. */
export function DraggableTime({ time, title, children }: TimeProps) {
  const t = useTranslations("announcements.times");
  const ask = useContext(AskContext);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is the pointer's shortcut; the button beside it is its twin
    <div
      draggable
      onDragStart={(event) => event.dataTransfer.setData(TYPE, JSON.stringify({ time, title }))}
      className="flex min-w-0 cursor-grab items-start gap-1"
    >
      <div className="min-w-0 grow">{children}</div>
      <button
        type="button"
        aria-label={`${t("moveTo")} ${title}`}
        onClick={() => ask({ time, title })}
        className="grid size-6 max-md:size-11 shrink-0 place-content-center rounded-chip text-ink2 hover:bg-sunken hover:text-ink"
      >
        <span aria-hidden="true" className="font-bold leading-none">
          ⋯
        </span>
      </button>
    </div>
  );
}

/** A day on which a time can be dropped: it keeps its hour. */
export function DropDay({
  day,
  className,
  children,
}: {
  day: string;
  className: string;
  children: ReactNode;
}) {
  const ask = useContext(AskContext);
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only where something is dropped; see the button of each time
    <div
      className={className}
      data-day={day}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = droppedTime(event);
        if (!dropped || dropped.time.localTime.startsWith(day)) return;
        ask({ ...dropped, to: `${day}${dropped.time.localTime.slice(10)}` });
      }}
    >
      {children}
    </div>
  );
}

function droppedTime(event: DragEvent): { time: PlannedTime; title: string } | null {
  const text = event.dataTransfer.getData(TYPE);
  return text === "" ? null : (JSON.parse(text) as { time: PlannedTime; title: string });
}
