import { closeWhenTold } from "../close-when-told";
import { startStandIn } from "./server";

const standIn = await startStandIn(Number(process.env.WHATSAPP_LOCAL_PORT ?? 4243));
closeWhenTold(standIn);

console.log(`WhatsApp stand-in is ready at ${standIn.url}`);
