/** Bytes reserved for the seal: a signature of an RSA key of up to 4096 bits with its certificate takes about 3,000. */
export const sealRoom = 8192;

/** Stands where the byte range will be: ten digits each, so that the real one fits. */
export const unknownRange = [0, 1_111_111_111, 2_222_222_222, 3_333_333_333];
