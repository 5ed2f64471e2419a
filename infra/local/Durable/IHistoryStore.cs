namespace ParisPact.Local.Durable;

internal interface IHistoryStore;
