/** A device on which a member is told of announcements. */
export type Device = { id: string; device: string; createdAt: Date };

/** The same with the SHA-256 of its address, in hex: by it a browser knows whether it is the one. */
export type OwnDevice = Device & { mark: string };
