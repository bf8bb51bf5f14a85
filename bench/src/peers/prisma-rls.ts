import { askAtOnce, type CallQueries, PAGE } from './call-queries.ts';
import { LISTED_COLUMNS } from './listed-columns.ts';
import { addressAt, CONNECTIONS, type Peer, type PeerPlace } from './peer.ts';
import { loadPrisma, type PrismaClient } from './prisma-module.ts';
import { SUBJECTS } from '../report/targets.ts';

const LISTED = Object.fromEntries(Object.keys(LISTED_COLUMNS).map((name) => [name, true]));

/** Prisma 7 with the extension for row-level security of its documentation: each operation in a batch transaction behind `set_config`. */
export async function openPrismaRls(place: PeerPlace): Promise<Peer> {
  const { PrismaClient, PrismaPg } = await loadPrisma();
  const connectionString = addressAt(place, place.database.peerUrl);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: CONNECTIONS }, { schema: place.schema }) });
  const inTenant: Peer['read'] = ({ orgId }, work) => work(prismaQueries(forOrganization(prisma, orgId)));
  return { name: SUBJECTS.prisma, read: inTenant, write: inTenant, askFive: askAtOnce, close: () => prisma.$disconnect() };
}

function forOrganization(prisma: PrismaClient, orgId: string): PrismaClient {
  return prisma.$extends({
    query: {
      $allModels: {
        async $allOperations({ args, query }) {
          const [, result] = await prisma.$transaction([prisma.$executeRaw`select set_config('app.org_id', ${orgId}, true)`, query(args)]);
          return result;
        },
      },
    },
  });
}

function prismaQueries({ call }: PrismaClient): CallQueries {
  const newest = [{ startedAt: 'desc' }, { id: 'desc' }];
  return {
    list: (orgId) => call.findMany({ where: { orgId }, orderBy: newest, take: PAGE, select: LISTED }),
    detail: async (orgId, id) => [await call.findUnique({ where: { orgId_id: { orgId, id } }, select: LISTED })],
    search: (orgId, partyNumber) =>
      call.findMany({ where: { orgId, partyNumber }, orderBy: [{ startedAt: 'desc' }], take: PAGE, select: LISTED }),
    insert: (data) => call.create({ data, select: { id: true } }),
    update: (orgId, id, agentName) => call.update({ where: { orgId_id: { orgId, id } }, data: { agentName }, select: { id: true } }),
  };
}
