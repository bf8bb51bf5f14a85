import type { DemoLead } from '../organizations/demo-lead.ts';

/** Patients, and two who work with the practice. Numbers are those that NANPA and Ofcom keep for fiction. */
export const LEADS: readonly DemoLead[] = [
  {
    role: 'patient',
    address: null,
    lead: {
      name: 'Marisol Vega',
      phone: '+15035550147',
      email: 'marisol.vega@example.com',
      note: 'Patient since March 2023. Prefers texts to calls.',
    },
  },
  {
    role: 'patient',
    address: null,
    lead: {
      name: 'Curtis Doyle',
      phone: '+15035550119',
      email: 'curtis.doyle@example.com',
      note: 'Patient since 2017. Night guard ordered.',
    },
  },
  {
    role: 'patient',
    address: null,
    lead: {
      name: 'Eleanor Marsh',
      phone: '+15035550182',
      email: 'eleanor.marsh@example.com',
      note: 'Patient since 2019. Often abroad; try e-mail.',
    },
  },
  {
    role: 'patient',
    address: null,
    lead: { name: 'Jamal Whitaker', phone: '+15035550124', email: 'jamal.whitaker@example.com', note: 'Crown on 14, second visit due' },
  },
  {
    role: 'patient',
    address: null,
    lead: {
      name: 'Linh Tran',
      phone: '+19715550133',
      email: 'linh.tran@example.com',
      note: 'Mother of Kai and Maya, who are patients too',
    },
  },
  {
    role: 'patient',
    address: null,
    lead: { name: 'Rebecca Stolz', phone: '+15035550158', email: 'r.stolz@example.net', note: 'Latex allergy' },
  },
  {
    role: 'patient',
    address: null,
    lead: {
      name: 'Andre Fontaine',
      phone: '+19715550171',
      email: 'andre.fontaine@example.com',
      note: 'New patient in November. Nervous about injections.',
    },
  },
  {
    role: 'patient',
    address: null,
    lead: { name: 'Grace Kim', phone: '+15035550166', email: 'grace.kim@example.com', note: 'Payment plan until February' },
  },
  {
    role: 'patient',
    address: null,
    lead: { name: 'Walter Hoffmann', phone: '+15035550190', email: null, note: 'Patient since 1998. Hard of hearing, speak slowly.' },
  },
  {
    role: 'patient',
    address: null,
    lead: {
      name: 'Priscilla Adams',
      phone: '+13605550112',
      email: 'priscilla.adams@example.com',
      note: 'Comes from Vancouver, needs late morning',
    },
  },
  {
    role: 'patient',
    address: null,
    lead: { name: 'Sam Okonkwo', phone: '+19715550148', email: 'sam.okonkwo@example.com', note: 'Aligners, tray 9 of 22' },
  },
  {
    role: 'patient',
    address: null,
    lead: { name: 'Teresa Lindholm', phone: '+15035550173', email: 'teresa.lindholm@example.com', note: 'Recall in December' },
  },
  {
    role: 'insurer',
    address: null,
    lead: {
      name: 'Cascade Mutual, provider line',
      phone: '+12065550120',
      email: 'providers@cascade-mutual.example',
      note: 'Insurer: asks for narratives and X-rays',
    },
  },
  {
    role: 'lab',
    address: null,
    lead: {
      name: 'Evergreen Dental Lab',
      phone: '+15035550138',
      email: 'cases@evergreen-lab.example',
      note: 'Our lab. Cases go out Tuesday and Friday.',
    },
  },
  {
    role: 'patient',
    address: null,
    lead: { name: 'Noah Petersen', phone: '+15415550161', email: 'noah.petersen@example.com', note: 'Student in Eugene, home at weekends' },
  },
  {
    role: 'patient',
    address: null,
    lead: { name: 'Yvonne Clarke', phone: '+15035550104', email: 'yvonne.clarke@example.com', note: 'Waiting list: any morning' },
  },
];
