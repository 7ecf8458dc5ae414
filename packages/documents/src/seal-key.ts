import { createPrivateKey, randomBytes, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, CryptoEngine, Extension, setEngine } from 'pkijs';

/** Certificate (DER) and private key of the seal. */
export type SealKey = { certificate: Uint8Array; privateKey: KeyObject };

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) } as const;
const validYears = 20;

/**
 * Makes a key and a certificate issued by itself for the installation `name`; both DER, the key as PKCS #8. The certificate
 * only says that two files come from the same installation: nobody vouches for it.
 */
export async function makeSealKey(name: string, now: Date): Promise<{ certificate: Uint8Array; privateKey: Uint8Array }> {
  setEngine('node', new CryptoEngine({ name: 'node', crypto }));
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new Certificate({ version: 2 });
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(serial).buffer });
  for (const party of [certificate.subject, certificate.issuer]) {
    party.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) }));
    party.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.10', value: new asn1js.Utf8String({ value: 'Meldewerk' }) }));
  }
  certificate.notBefore.value = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  certificate.notAfter.value = new Date(Date.UTC(now.getUTCFullYear() + validYears, now.getUTCMonth(), now.getUTCDate()));
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  certificate.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: false }).toSchema()),
    // digitalSignature and nonRepudiation
    extension('2.5.29.15', new asn1js.BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 })),
  ];
  await certificate.sign(keys.privateKey, 'SHA-256');
  return {
    certificate: new Uint8Array(certificate.toSchema(true).toBER(false)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
  };
}

/** Reads what `makeSealKey` made. */
export function openSealKey({ certificate, privateKey }: { certificate: Uint8Array; privateKey: Uint8Array }): SealKey {
  return { certificate, privateKey: createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }) };
}

function extension(id: string, value: asn1js.BaseBlock): Extension {
  return new Extension({ extnID: id, critical: true, extnValue: value.toBER(false) });
}
