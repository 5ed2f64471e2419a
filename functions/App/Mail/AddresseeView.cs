namespace ParisPact.Functions.Mail;

/// <summary>What became of a mail for one recipient.</summary>
internal sealed record AddresseeView(string Name, string Address, string State, string? Reason);
