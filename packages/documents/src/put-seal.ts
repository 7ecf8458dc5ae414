import { createHash, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, Attribute, Certificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo } from 'pkijs';
import type { SealKey } from './seal-key.ts';
import { sealRoom, unknownRange } from './seal-room.ts';

/**
 * Seals a PDF that has room for it: a CAdES signature (RFC 5126, as PAdES B-B wants it) over every byte but its own room.
 * Nothing of the PDF is parsed here, so the process with the key reads no strangers' files.
 */
export function putSeal(pdf: Uint8Array, mark: Uint8Array, key: SealKey): Uint8Array {
  const sealed = Buffer.from(pdf);
  const room = findRoom(sealed, mark);
  const range = [0, room.start, room.end, sealed.length - room.end];
  const written = `[${range.join(' ')}]`;
  sealed.write(written.padEnd(room.rangeLength), room.rangeAt, 'latin1');
  const digest = createHash('sha256').update(sealed.subarray(0, room.start)).update(sealed.subarray(room.end)).digest();
  const signature = signedData(digest, key);
  if (signature.length > sealRoom) throw new Error('the seal does not fit its room');
  const hex = signature.toString('hex').padEnd(sealRoom * 2, '0');
  sealed.write(hex, room.start + 1, 'latin1');
  return new Uint8Array(sealed);
}

function findRoom(pdf: Buffer, mark: Uint8Array): { start: number; end: number; rangeAt: number; rangeLength: number } {
  const hex = Buffer.from(mark).toString('hex');
  const at = Math.max(pdf.indexOf(`<${hex}`), pdf.indexOf(`<${hex.toUpperCase()}`));
  const placeholder = `[${unknownRange.join(' ')}]`;
  const rangeAt = pdf.lastIndexOf(placeholder, at);
  const end = at + 2 + sealRoom * 2;
  if (at < 0 || rangeAt < 0 || at - rangeAt > 400 || pdf[end - 1] !== 0x3e) throw new Error('the PDF has no room for a seal');
  return { start: at, end, rangeAt, rangeLength: placeholder.length };
}

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaSha256: '1.2.840.113549.1.1.11',
} as const;

function signedData(digest: Buffer, { certificate, privateKey }: SealKey): Buffer {
  const parsed = Certificate.fromBER(new Uint8Array(certificate));
  const certificateHash = createHash('sha256').update(certificate).digest();
  const attributes = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: oid.contentType, values: [new asn1js.ObjectIdentifier({ value: oid.data })] }),
      new Attribute({ type: oid.messageDigest, values: [new asn1js.OctetString({ valueHex: digest })] }),
      new Attribute({ type: oid.signingCertificateV2, values: [signingCertificate(certificateHash)] }),
    ],
  });
  // What is signed is the attributes as a SET, whatever tag they carry inside the message.
  const encoded = Buffer.from(attributes.toSchema().toBER(false));
  encoded[0] = 0x31;
  attributes.encodedValue = new Uint8Array(encoded).buffer;
  const signature = sign('sha256', encoded, privateKey);
  const message = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1js.Null() })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [parsed],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: parsed.issuer, serialNumber: parsed.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256, algorithmParams: new asn1js.Null() }),
        signedAttrs: attributes,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.rsaSha256, algorithmParams: new asn1js.Null() }),
        signature: new asn1js.OctetString({ valueHex: signature }),
      }),
    ],
  });
  return Buffer.from(new ContentInfo({ contentType: oid.signedData, content: message.toSchema(true) }).toSchema().toBER(false));
}

/** SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 { certHash } }; SHA-256 is its default. */
function signingCertificate(certificateHash: Buffer): asn1js.Sequence {
  const id = new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: certificateHash })] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
}
