/** What a browser hands a page that it would install; not in the standard, and so not in the types. */
type InstallPrompt = Event & { prompt: () => Promise<unknown> };

let offered: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function change(prompt: InstallPrompt | null): void {
  offered = prompt;
  for (const told of listeners) told();
}

// The offer comes once, soon after the first page is loaded, and has to be kept for the page that shows the button.
if (typeof window !== "undefined") {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    change(event as InstallPrompt);
  });
  window.addEventListener("appinstalled", () => change(null));
}

/** Whether the browser offers to put Aldeia among the device's apps. */
export function canInstall(): boolean {
  return offered !== null;
}

/** Tells when the offer comes or goes. @returns what ends it */
export function onInstallOffer(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

/** Takes the offer up: the browser asks the person. An offer can be taken up once. */
export async function install(): Promise<void> {
  const prompt = offered;
  change(null);
  await prompt?.prompt();
}
