import { msg } from '@lit/localize';
import type { Choice } from '../fields/choice-field.ts';

export function vehicleTypeChoices(): Choice[] {
  return [
    { value: 'car', label: msg('Pkw', { id: 'vehicleType.car' }) },
    { value: 'estate', label: msg('Kombi / SUV', { id: 'vehicleType.estate' }) },
    { value: 'van', label: msg('Transporter', { id: 'vehicleType.van' }) },
    { value: 'motorcycle', label: msg('Motorrad', { id: 'vehicleType.motorcycle' }) },
    { value: 'trailer', label: msg('Anhänger', { id: 'vehicleType.trailer' }) },
  ];
}

export function driveTypeChoices(): Choice[] {
  return [
    { value: 'unknown', label: msg('Weiß ich nicht', { id: 'driveType.unknown' }) },
    { value: 'petrol', label: msg('Benzin', { id: 'driveType.petrol' }) },
    { value: 'diesel', label: msg('Diesel', { id: 'driveType.diesel' }) },
    { value: 'hybrid', label: msg('Hybrid', { id: 'driveType.hybrid' }) },
    { value: 'electric', label: msg('Elektro', { id: 'driveType.electric' }) },
    { value: 'gas', label: msg('Gas', { id: 'driveType.gas' }) },
  ];
}

export function coverageChoices(): Choice[] {
  return [
    { value: 'thirdPartyLiability', label: msg('Die Haftpflicht des anderen', { id: 'coverage.thirdPartyLiability' }) },
    { value: 'fullyComprehensive', label: msg('Meine Vollkasko', { id: 'coverage.fullyComprehensive' }) },
    { value: 'partialCover', label: msg('Meine Teilkasko', { id: 'coverage.partialCover' }) },
    { value: 'selfPay', label: msg('Ich zahle selbst', { id: 'coverage.selfPay' }) },
    { value: 'unknown', label: msg('Das weiß ich noch nicht', { id: 'coverage.unknown' }) },
  ];
}

export function roleChoices(): Choice[] {
  return [
    { value: 'keeper', label: msg('Halter', { id: 'role.keeper' }) },
    { value: 'driver', label: msg('Fahrer', { id: 'role.driver' }) },
    { value: 'policyholder', label: msg('Versicherungsnehmer', { id: 'role.policyholder' }) },
    { value: 'fleet', label: msg('Fuhrpark', { id: 'role.fleet' }) },
    { value: 'other', label: msg('Jemand anderes', { id: 'role.other' }) },
  ];
}

export function channelChoices(): Choice[] {
  return [
    { value: 'phone', label: msg('Anruf', { id: 'channel.phone' }) },
    { value: 'sms', label: msg('SMS', { id: 'channel.sms' }) },
    { value: 'email', label: msg('E-Mail', { id: 'channel.email' }) },
  ];
}

export function countryChoices(): Choice[] {
  return [
    { value: 'D', label: msg('Deutschland', { id: 'country.D' }) },
    { value: 'A', label: msg('Österreich', { id: 'country.A' }) },
    { value: 'CH', label: msg('Schweiz', { id: 'country.CH' }) },
    { value: 'F', label: msg('Frankreich', { id: 'country.F' }) },
    { value: 'I', label: msg('Italien', { id: 'country.I' }) },
    { value: 'L', label: msg('Luxemburg', { id: 'country.L' }) },
    { value: 'B', label: msg('Belgien', { id: 'country.B' }) },
    { value: 'NL', label: msg('Niederlande', { id: 'country.NL' }) },
    { value: 'DK', label: msg('Dänemark', { id: 'country.DK' }) },
    { value: 'PL', label: msg('Polen', { id: 'country.PL' }) },
    { value: 'CZ', label: msg('Tschechien', { id: 'country.CZ' }) },
    { value: 'RO', label: msg('Rumänien', { id: 'country.RO' }) },
    { value: 'BG', label: msg('Bulgarien', { id: 'country.BG' }) },
    { value: 'TR', label: msg('Türkei', { id: 'country.TR' }) },
    { value: 'UA', label: msg('Ukraine', { id: 'country.UA' }) },
    // Wire form: one to three capitals. XX is no country's sign.
    { value: 'XX', label: msg('Anderes Land', { id: 'country.other' }) },
  ];
}
