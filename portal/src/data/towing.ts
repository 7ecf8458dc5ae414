import { towingSettingsViewSchema, type TowingSettings, type TowingSettingsView } from '@meldewerk/contract/towing';
import { requestJson } from '@meldewerk/shell/request';

export function fetchTowing(): Promise<TowingSettingsView> {
  return requestJson(towingSettingsViewSchema, 'GET', '/api/settings/towing');
}

export function saveTowing(settings: TowingSettings): Promise<TowingSettingsView> {
  return requestJson(towingSettingsViewSchema, 'PUT', '/api/settings/towing', { body: settings });
}
