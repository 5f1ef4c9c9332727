import { startStandIn } from "./server";

const standIn = await startStandIn(Number(process.env.WHATSAPP_LOCAL_PORT ?? 4243));
const stop = (): void => {
  standIn.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
// Its parent is gone, however it went.
process.once("disconnect", stop);

console.log(`WhatsApp stand-in is ready at ${standIn.url}`);
