import {
  agreeServicesSchema, appointmentDaysQuerySchema, appointmentDaysSchema, appointmentSettingsInputSchema, appointmentSettingsViewSchema, appointmentStateSchema, cancelAppointmentSchema,
  confirmAppointmentSchema, proposeAppointmentsSchema,
} from '@meldewerk/contract/appointment';
import { idSchema } from '@meldewerk/contract/identifier';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { jsonBody, params, query } from '../http/json-body.ts';
import type { AppEnv } from '../http/scope.ts';
import { saveSettings } from '../save-settings.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { agreeServices } from './agree-services.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { listDays } from './list-days.ts';
import { previewDays } from './preview-days.ts';
import { proposeAppointments } from './propose-appointments.ts';
import { readAppointmentSettings } from './read-settings.ts';

const ofReport = params(v.object({ reportId: idSchema }));
const state = { content: { 'application/json': { schema: resolver(appointmentStateSchema) } } };
const changed = { 409: { description: 'Somebody had a word meanwhile (changedMeanwhile), or the time does not fit and was not acknowledged (appointmentNotFitting)' } };
const settings = { 200: { description: 'The settings', content: { 'application/json': { schema: resolver(appointmentSettingsViewSchema) } } } };

export const appointments = new Hono<AppEnv>()
  .get(
    '/api/appointment-days',
    describeRoute({ tags: ['Site'], summary: 'Half days a customer may wish for', responses: { 200: { description: 'Days, and why not', content: { 'application/json': { schema: resolver(appointmentDaysSchema) } } } } }),
    query(appointmentDaysQuerySchema),
    async (c) => c.json(await listDays(c.var.scope, c.req.valid('query')), 200, { 'cache-control': 'public, max-age=60', vary: 'Accept-Language' }),
  )
  .post(
    '/api/reports/:reportId/appointment-confirmations',
    describeRoute({ tags: ['Appointments'], summary: 'This is the date; moves one that stands', responses: { 201: { description: 'What stands now', ...state }, ...changed } }),
    staffOnly,
    may('clerk'),
    ofReport,
    jsonBody(confirmAppointmentSchema),
    async (c) => c.json(await confirmAppointment(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json')), 201),
  )
  .post(
    '/api/reports/:reportId/appointment-proposals',
    describeRoute({ tags: ['Appointments'], summary: 'Ask the customer for one of these times', responses: { 201: { description: 'What stands now', ...state }, ...changed } }),
    staffOnly,
    may('clerk'),
    ofReport,
    jsonBody(proposeAppointmentsSchema),
    async (c) => c.json(await proposeAppointments(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json')), 201),
  )
  .post(
    '/api/reports/:reportId/appointment-cancellations',
    describeRoute({ tags: ['Appointments'], summary: 'The appointment is off; takes back a proposal that is open', responses: { 201: { description: 'What stands now', ...state }, ...changed } }),
    staffOnly,
    may('clerk'),
    ofReport,
    jsonBody(cancelAppointmentSchema),
    async (c) => c.json(await cancelAppointment(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json')), 201),
  )
  .put(
    '/api/reports/:reportId/agreed-services',
    describeRoute({ tags: ['Appointments'], summary: 'What was promised beside the date', responses: { 200: { description: 'What stands now', ...state }, ...changed } }),
    staffOnly,
    may('clerk'),
    ofReport,
    jsonBody(agreeServicesSchema),
    async (c) => c.json(await agreeServices(c.var.staffScope, c.req.valid('param').reportId, c.req.valid('json'))),
  )
  .get('/api/settings/appointments', describeRoute({ tags: ['Settings'], summary: 'Which days vehicles come in', responses: settings }), staffOnly, async (c) => c.json(await readAppointmentSettings(c.var.staffScope)))
  .put('/api/settings/appointments', describeRoute({ tags: ['Settings'], summary: 'Change which days vehicles come in', responses: settings }), staffOnly, may('admin'), jsonBody(appointmentSettingsInputSchema), async (c) => {
    const input = c.req.valid('json');
    await saveSettings(c.var.staffScope, { appointments: input.settings, openingHours: input.openingHours });
    return c.json(await readAppointmentSettings(c.var.staffScope));
  })
  .post(
    '/api/settings/appointments/preview',
    describeRoute({ tags: ['Settings'], summary: 'What customers could choose with these settings; saves nothing', responses: { 200: { description: 'Four weeks of days', content: { 'application/json': { schema: resolver(appointmentDaysSchema) } } } } }),
    staffOnly,
    may('admin'),
    jsonBody(appointmentSettingsInputSchema),
    async (c) => c.json(await previewDays(c.var.staffScope, c.req.valid('json'))),
  );
