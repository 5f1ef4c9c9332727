import type { ReactNode } from "react";

type MessagePageProps = {
  brand: ReactNode;
  drawing?: ReactNode;
  title: ReactNode;
  actions: ReactNode;
  below?: ReactNode;
  children: ReactNode;
};

/** A whole page that says one thing: not found, not opened, not allowed. */
export function MessagePage({ brand, drawing, title, actions, below, children }: MessagePageProps) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh w-full max-w-form content-center justify-items-center gap-5 px-4 py-16 text-center"
    >
      <div className="mb-4">{brand}</div>
      {drawing}
      <h1>{title}</h1>
      <p className="max-w-[46ch] text-ink2 text-lead">{children}</p>
      <div className="flex flex-wrap justify-center gap-2.5">{actions}</div>
      {below}
    </main>
  );
}
