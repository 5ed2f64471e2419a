using System.Buffers;
using System.Text.Json;

namespace ParisPact.Functions.Intake.Json;

/// <summary>
/// Cuts a JSON file into its records, one after the other, in the memory of the longest: the items of a bare array, or of the array
/// <c>projects</c> (or <c>items</c>, as lists of the register have it) of an object, or the objects that the file is: one, or one on each
/// line. Everything else is passed over but checked.
/// </summary>
internal sealed class JsonRecords(Stream file) : IDisposable
{
    /// <summary>Bytes of one record: forty times what the register keeps of a project.</summary>
    public const int LongestRecord = 8 << 20;

    /// <summary>Bytes of an object within which it must have said whether it is a project.</summary>
    private const int Deciding = 32 << 10;

    /// <summary>How deep values may lie in each other; a project's own lie six deep.</summary>
    public const int Depth = 64;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _start;
    private int _length;
    private bool _ended;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = Depth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowMultipleValues = true });
    private bool _inRecords;
    private bool _rootIsRecord;
    private bool _rootIsArray;
    private string? _property;
    private int _line = 1;

    /// <summary>Where the last record begins.</summary>
    public int Line { get; private set; }

    /// <summary>Counts from 0; the place of the last record in its array.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The JSON Pointer of the last record; of one on a line of its own its number, and nothing for the first.</summary>
    public string Pointer => _rootIsArray || (_rootIsRecord && Index > 0) ? $"/{Index}" : _rootIsRecord ? "" : $"/{_property}/{Index}";

    /// <summary>True once records were found, or where they would stand.</summary>
    public bool Found { get; private set; }

    /// <summary>The line of a failure: the reader counts on from block to block, from 0.</summary>
    public int LineOf(JsonException? failure) => failure?.LineNumber is { } line ? (int)Math.Min(line, int.MaxValue - 1) + 1 : _line;

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    /// <summary>The next record's bytes, valid until the next call; false at the end of the file.</summary>
    /// <exception cref="JsonException">The file is no JSON, is cut off, or is nested too deeply.</exception>
    /// <exception cref="InvalidDataException">A record or a text is longer than <see cref="LongestRecord"/>.</exception>
    public bool Next(out ReadOnlyMemory<byte> record)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _length), _ended, _state);
            if (Step(ref reader, out record)) return true;
            Advance(reader);
            if (_ended && _length == 0) return false;
            if (!Fill()) return false;
        }
    }

    /// <summary>Reads tokens until a record is whole, or until the buffer ends.</summary>
    private bool Step(ref Utf8JsonReader reader, out ReadOnlyMemory<byte> record)
    {
        record = default;
        while (true)
        {
            var before = reader;
            if (!reader.Read()) return false;
            if (reader is { CurrentDepth: 0, TokenType: JsonTokenType.StartObject } && !_rootIsArray && (_rootIsRecord || !Found))
            {
                if (IsRecord(reader) is not { } isRecord)
                {
                    reader = before;
                    return false;
                }

                if (isRecord) (_rootIsRecord, Found) = (true, true);
            }

            if (_rootIsRecord ? reader is { CurrentDepth: 0, TokenType: JsonTokenType.StartObject } : _inRecords && reader.CurrentDepth == (_rootIsArray ? 1 : 2) && reader.TokenType != JsonTokenType.EndArray)
            {
                var begin = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    // The record is not whole yet: it is read again from its first letter.
                    reader = before;
                    return false;
                }

                var end = (int)reader.BytesConsumed;
                _line += Lines(begin);
                Line = _line;
                Index++;
                record = _buffer.AsMemory(_start + begin, end - begin);
                _line += _buffer.AsSpan(_start + begin, end - begin).Count((byte)'\n');
                Consume(reader, end);
                return true;
            }

            Track(ref reader);
        }
    }

    /// <summary>Whether an object that is not in an array is a project itself: it has a reference, and no array of projects. null where more must be read to tell.</summary>
    private bool? IsRecord(Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return false;
            if (reader.ValueTextEquals("reference"u8)) return true;
            if (reader.ValueTextEquals("projects"u8) || reader.ValueTextEquals("items"u8)) return false;
            if (!reader.Read() || !reader.TrySkip()) break;
        }

        // What is longer than the buffer before it has said so is no project.
        return _ended || _length > Deciding ? false : null;
    }

    private void Track(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.StartArray) (_rootIsArray, _inRecords, Found) = (true, true, true);
        else if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && !Found) _property = reader.GetString();
        else if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.StartArray && !_rootIsArray && !Found && _property is "projects" or "items") (_inRecords, Found) = (true, true);
        else if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == (_rootIsArray ? 0 : 1)) _inRecords = false;
    }

    private int Lines(int until) => _buffer.AsSpan(_start, until).Count((byte)'\n');

    private void Consume(Utf8JsonReader reader, int bytes)
    {
        _state = reader.CurrentState;
        _start += bytes;
        _length -= bytes;
    }

    private void Advance(Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        _line += Lines(consumed);
        Consume(reader, consumed);
    }

    private bool Fill()
    {
        if (_ended) return false;
        if (_length > LongestRecord) throw new InvalidDataException();
        if (_length == _buffer.Length || _start + _length == _buffer.Length)
        {
            var larger = _length > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
            _buffer.AsSpan(_start, _length).CopyTo(larger);
            if (larger != _buffer) ArrayPool<byte>.Shared.Return(_buffer);
            (_buffer, _start) = (larger, 0);
        }

        var read = file.Read(_buffer, _start + _length, _buffer.Length - _start - _length);
        _length += read;
        _ended = read == 0;
        return true;
    }
}
