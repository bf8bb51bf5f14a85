import type { DemoLead } from '../organizations/demo-lead.ts';

/** Tenants, landlords, applicants and contractors. Numbers are those that Ofcom and NANPA keep for fiction. */
export const LEADS: readonly DemoLead[] = [
  {
    role: 'tenant',
    address: 'Flat 3, 18 Orchard Street',
    lead: {
      name: 'Dolores Whitcombe',
      phone: '+447700900148',
      email: 'dolores.whitcombe@example.com',
      note: 'Tenant, Flat 3, 18 Orchard Street. Prefers calls after four.',
    },
  },
  {
    role: 'landlord',
    address: 'Flat 2, 14 Mercer Road',
    lead: {
      name: 'Gregory Amato',
      phone: '+442079460633',
      email: 'g.amato@example.org',
      note: 'Landlord of four flats on Mercer Road, Amato Holdings',
    },
  },
  {
    role: 'tenant',
    address: 'Flat 5, 18 Orchard Street',
    lead: { name: 'Hannah Osei', phone: '+447700900164', email: 'hannah.osei@example.com', note: 'Tenant, Flat 5, 18 Orchard Street' },
  },
  {
    role: 'landlord',
    address: '61 Mercer Road',
    lead: {
      name: 'Ruth Feldman',
      phone: '+447700900207',
      email: 'ruth.feldman@example.net',
      note: 'Landlord, 61 Mercer Road. Decides everything above £200 herself.',
    },
  },
  {
    role: 'former-tenant',
    address: '27 Albion Terrace',
    lead: {
      name: 'Omar Haddad',
      phone: '+447700900215',
      email: 'omar.haddad@example.com',
      note: 'Former tenant, 27 Albion Terrace. Deposit not settled.',
    },
  },
  {
    role: 'tenant',
    address: 'the garden flat, 4 Pell Street',
    lead: { name: 'Inês Carvalho', phone: '+447700900182', email: 'ines.carvalho@example.com', note: 'Tenant, Garden Flat, 4 Pell Street' },
  },
  {
    role: 'contractor',
    address: null,
    lead: {
      name: 'Northline Plumbing',
      phone: '+442079460719',
      email: 'jobs@northline-plumbing.example',
      note: 'Contractor: plumbing and heating. Ask for Gareth.',
    },
  },
  {
    role: 'contractor',
    address: 'Albion Court',
    lead: {
      name: 'Kestrel Lift Services',
      phone: '+442079460751',
      email: null,
      note: 'Contractor: lift at Albion Court, contract until March',
    },
  },
  {
    role: 'applicant',
    address: null,
    lead: {
      name: 'Theo Baptiste',
      phone: '+447700900341',
      email: 'theo.baptiste@example.com',
      note: 'Applicant: two bedrooms, up to £1,900, from January',
    },
  },
  {
    role: 'applicant',
    address: '4 Pell Street',
    lead: {
      name: 'Mei Tanaka',
      phone: '+447700900369',
      email: 'mei.tanaka@example.com',
      note: 'Applicant: one bedroom near a station. Viewed 4 Pell Street.',
    },
  },
  {
    role: 'landlord',
    address: '9 Rivington Place',
    lead: {
      name: 'Wendell Price',
      phone: '+441134960176',
      email: 'wendell.price@example.org',
      note: 'Landlord, lives in Leeds. 9 Rivington Place, full management',
    },
  },
  {
    role: 'tenant',
    address: '9 Rivington Place',
    lead: {
      name: 'Pilar Jiménez',
      phone: '+447700900420',
      email: 'pilar.jimenez@example.com',
      note: 'Tenant, 9 Rivington Place. Leak in October, insurance claim open.',
    },
  },
  {
    role: 'landlord',
    address: '33 Tabard Lane',
    lead: {
      name: 'Eleanor Marsh',
      phone: '+15035550182',
      email: 'eleanor.marsh@example.com',
      note: 'Landlord, 33 Tabard Lane. Lives in Portland, Oregon: eight hours behind us.',
    },
  },
  {
    role: 'tenant',
    address: '33 Tabard Lane',
    lead: {
      name: 'Sunita Rao',
      phone: '+447700900512',
      email: 'sunita.rao@example.com',
      note: 'Tenant, 33 Tabard Lane. Pays on the 28th.',
    },
  },
  {
    role: 'contractor',
    address: null,
    lead: {
      name: 'Brightsweep Cleaning',
      phone: '+442079460788',
      email: 'office@brightsweep.example',
      note: 'Contractor: end-of-tenancy cleaning',
    },
  },
  {
    role: 'tenant',
    address: 'Flat 1, 18 Orchard Street',
    lead: { name: 'Callum Doyle', phone: '+447700900587', email: null, note: 'Tenant, Flat 1, 18 Orchard Street. Gave notice on the 3rd.' },
  },
  {
    role: 'applicant',
    address: null,
    lead: {
      name: 'Farida Noor',
      phone: '+447700900633',
      email: 'farida.noor@example.com',
      note: 'Applicant: family of four, school in walking distance',
    },
  },
];
