import { embeddingViewSchema, type EmbeddingChange, type EmbeddingView } from '@meldewerk/contract/embedding';
import { requestJson } from '@meldewerk/shell/request';

export function fetchEmbedding(): Promise<EmbeddingView> {
  return requestJson(embeddingViewSchema, 'GET', '/api/settings/embedding');
}

export function saveEmbedding(change: EmbeddingChange): Promise<EmbeddingView> {
  return requestJson(embeddingViewSchema, 'PUT', '/api/settings/embedding', { body: change });
}
