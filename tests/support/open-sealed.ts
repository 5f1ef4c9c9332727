import { createDecipheriv, createECDH, createHmac } from "node:crypto";

type Keys = { p256dh: string; auth: string; privateKey: Buffer };

const TAG_BYTES = 16;

/** What a device reads of a sealed message: RFC 8188 (aes128gcm) with the keys of RFC 8291. @throws Error when it is not for it */
export function openSealed(body: Buffer, { p256dh, auth, privateKey }: Keys): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idLength);
  const sealed = body.subarray(21 + idLength);
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(privateKey);
  const shared = pair.computeSecret(senderKey);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), Buffer.from(p256dh, "base64url"), senderKey]);
  const material = derive(Buffer.from(auth, "base64url"), shared, info, 32);
  const key = derive(salt, material, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(salt, material, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}

function derive(salt: Buffer, material: Buffer, info: Buffer, length: number): Buffer {
  const extracted = createHmac("sha256", salt).update(material).digest();
  return createHmac("sha256", extracted)
    .update(Buffer.concat([info, Buffer.from([1])]))
    .digest()
    .subarray(0, length);
}
