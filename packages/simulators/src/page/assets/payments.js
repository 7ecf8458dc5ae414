import { keepCurrent } from './live.js';

keepCurrent(() => {});
