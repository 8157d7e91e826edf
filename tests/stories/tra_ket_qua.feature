# language: vi
Tính năng: Trả kết quả
  Kết quả trao tại quầy cho người nộp cùng bản chính đã nhận để đối chiếu (Nghị định 61/2018/NĐ-CP,
  Điều 20); người khác nhận thay phải có giấy uỷ quyền (Điều 6 khoản 2 điểm b).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Trả cho chính người nộp
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.010801"
    Khi cán bộ ghi có kết quả số "15/QĐ"
    Và đến "09:00 12/10/2026"
    Và cán bộ trả kết quả
    Thì hồ sơ đang ở bước "đã trả kết quả"
    Và người nhận là "Đỗ Thị Ưởng"
    Và bản chính trả lại là "Bản khai; Bằng Tổ quốc ghi công; Giấy tờ thân nhân"
    Và không ai còn giữ hồ sơ
    Và lịch sử ghi thêm "Trả kết quả"

  Tình huống: Người khác nhận thay phải có giấy uỷ quyền
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và cán bộ trả kết quả cho "Lò Văn Hùng"
    Thì chương trình nhắc "Lò Văn Hùng không phải chủ hồ sơ hay người đã nộp"
    Khi cán bộ trả kết quả cho "Lò Văn Hùng", có "giấy uỷ quyền ngày 10/10/2026"
    Thì người nhận là "Lò Văn Hùng", theo "giấy uỷ quyền ngày 10/10/2026"

  Tình huống: Người nộp thay được nhận mà không cần giấy uỷ quyền nữa
    Biết lúc "09:00 05/10/2026" ông "Lò Văn Păn" nộp thay bà "Đỗ Thị Ưởng" hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và cán bộ trả kết quả
    Thì người nhận là "Lò Văn Păn"

  Tình huống: Còn nợ phí thì thu rồi mới trả
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "2.002516"
    Khi cán bộ ghi có kết quả số "12/XN"
    Và cán bộ trả kết quả
    Thì chương trình nhắc "còn 8.000 đồng phí, lệ phí chưa thu"
    Khi cán bộ thu phí bằng tiền mặt và trả kết quả cho "Người Lạ"
    Thì chương trình nhắc "không phải chủ hồ sơ hay người đã nộp"
    Và còn phải thu 8000 đồng
    Khi cán bộ thu phí bằng tiền mặt và trả kết quả
    Thì hồ sơ đang ở bước "đã trả kết quả"
    Và đã thu 8000 đồng

  Tình huống: Chưa có kết quả thì chưa trả được
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ trả kết quả
    Thì chương trình nhắc "đang giải quyết nên không trả kết quả được"
