export { createLead } from './create-lead.ts';
export { leadsRouter } from './leads.router.ts';
