namespace ParisPact.Benchmarks;

/// <summary>One line of the table at the end.</summary>
/// <param name="What">What was done.</param>
/// <param name="Measured">What it took, with its unit.</param>
/// <param name="Bare">What it is held against took.</param>
/// <param name="Value">The figure that has a goal: a ratio, or an amount where <see cref="Unit"/> says so.</param>
/// <param name="Goal">What <see cref="Value"/> should be.</param>
/// <param name="AtLeast">The goal is a lower bound; otherwise an upper one.</param>
/// <param name="Unit">Of value and goal.</param>
internal sealed record Ratio(string What, string Measured, string Bare, double Value, double Goal, bool AtLeast = false, string Unit = "x")
{
    public bool IsMet => AtLeast ? Value >= Goal : Value <= Goal;
}
